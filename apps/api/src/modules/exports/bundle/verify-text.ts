/** `VERIFY.md` of every bundle. */
export const VERIFY_TEXT = `# How to verify this bundle

Русский ниже. Кыргызча төмөндө.

## English

This bundle is what anybody needs to recompute a dialogue without trusting its server and without a network.

    npm run --silent tegerek -- verify BUNDLE

The same as a page: \`/verify\` of the server that made this bundle, one file that also works when saved and opened from a disk.

Exit 0: everything fits. Exit 1: findings, each with its place. Exit 2: this is no readable bundle.

What is in it: \`log.jsonl\` (the hash chain of all entries), \`payload.jsonl\` (what everybody may see of them, each opening its
commitment), \`votes/ID/vote.json\` and \`votes/ID/ballots.jsonl\` (what was frozen and decided; the ballots as rows of number, group and
choice), \`resolutions/\` (each published version as data, DOCX and PDF), \`manifest.json\` (SHA-256 of every file).

What is checked: every byte of every file against the manifest, the chain, the commitments, that phases and votes followed the rules, the
electorate from who joined and left, every vote recounted by its frozen rule, and the resolution composed again and compared word by word.

What the bundle alone cannot show, because a server that rewrites everything consistently leaves no contradiction inside it:

- **Another history.** The checkpoints in \`checkpoints/\` are signed by the key in \`keys.json\`. Who noted a checkpoint earlier checks that
  this log continues it: \`verify --since FILE BUNDLE\`. Who noted the key's fingerprint: \`verify --key FINGERPRINT BUNDLE\`. Or compare the
  head (entry and hash, printed by the command) with what phones, screens or observers noted. A rewritten log has another head.
- **A changed ballot with a consistently changed result, list hash and chain.** The voter finds the row with their number in
  \`ballots.jsonl\` and compares it with the receipt on their phone. A ballot that no voter compares is protected by the head only.
- **Words reworded before they were sealed.** A reservation, a footnote, a translation, the reason of a block, the figures of a poll: whoever
  wrote them, and whoever noted a head after them.
- **Invented seats.** The log says when each seat was added and joined; that a person stood behind it is known to those who were there.

Not opened: what only the room or the staff may see (questions, drafts, roles) and what was erased. Their commitments stay in the chain.

## Русский

Команда выше пересчитывает диалог без сети и без доверия к серверу: журнал, кто имел право голоса, каждое голосование по зафиксированному
правилу, текст резолюции. Код 0: всё сходится; 1: расхождения названы; 2: файл не читается как пакет.

Сам по себе пакет не покажет, если сервер согласованно переписал всё. Поэтому сверьте последнюю запись и её хеш с тем, что записали
участники и наблюдатели, или передайте команде ранее сохранённую контрольную отметку (\`--since\`) и отпечаток ключа (\`--key\`); и найдите в
\`ballots.jsonl\` строку со своим номером и сравните её с квитанцией на телефоне. Только так видно: другую историю целиком; голос, изменённый вместе с
итогом; переписанные до публикации особое мнение, сноску, перевод, причину блока или цифры опроса; места, за которыми никого не было.

## Кыргызча

Жогорудагы буйрук диалогду тармаксыз жана серверге ишенбей кайра эсептейт: журнал, ким добуш берүүгө укуктуу болгону, ар бир добуш берүү
бекитилген эрежеси боюнча, резолюциянын тексти. Код 0: баары дал келет; 1: дал келбестиктер аталды; 2: файл топтом катары окулбайт.

Сервер баарын бири-бирине дал келтирип кайра жазса, муну топтомдун өзү көрсөтө албайт. Ошондуктан акыркы жазууну жана анын хешин
катышуучулар менен байкоочулар жазып алганы менен салыштырыңыз же буйрукка мурда сакталган белгини (\`--since\`) жана ачкычтын изин
(\`--key\`) бериңиз; \`ballots.jsonl\` ичинен өз номериңиз бар сапты таап, телефондогу дүмүрчөк менен салыштырыңыз. Ушундай гана жол менен билинет: толугу менен башка тарых; жыйынтыгы менен кошо
өзгөртүлгөн добуш; жарыялоодон мурун кайра жазылган өзгөчө пикир, шилтеме, котормо, блоктун себеби же сурамжылоонун сандары; ээси жок орундар.
`;
