import { seeded } from '../../packages/testkit/dist/index.js';

const WORDS = `обеспечить ежегодную публикацию планов развития айылных аймаков отчётов исполнении едином портале указанием ответственных сроков источников финансирования министерство района
граждан обращений ответ рабочих дней местное самоуправление общественный совет участие молодёжи женщин бюджет слушания вода дороги школа больница автобус контроль закупки
жергиликтүү өз алдынча башкаруу калктын катышуусу жыл сайын маалымат жарыялоо элдик угуулар суу жол мектеп жаштар аялдар бюджетти көзөмөлдөө отчёттуулук ачык портал мөөнөт`.split(/\s+/u);

/** Texts that are alike for the same seed: sentences of words of one field, so that many of them resemble each other. */
export class Texts {
  #random;

  constructor(seed) {
    this.#random = seeded(seed);
  }

  #at = (length) => Math.floor(this.#random() * length);

  /** About `length` letters. */
  text(length) {
    const sentences = [];
    for (let size = 0; size < length; size += sentences.at(-1).length + 1) {
      const words = Array.from({ length: 8 + this.#at(8) }, () => WORDS[this.#at(WORDS.length)]);
      sentences.push(`${words[0][0].toUpperCase()}${words[0].slice(1)} ${words.slice(1).join(' ')}.`);
    }
    return sentences.join(' ');
  }

  /** The text with some words replaced, one added and one left out, as a rapporteur's pass leaves it. */
  edited(text) {
    const words = text.split(' ');
    for (let k = 0; k < 4; k++) words[this.#at(words.length)] = WORDS[this.#at(WORDS.length)];
    words.splice(this.#at(words.length), 1);
    words.splice(this.#at(words.length), 0, WORDS[this.#at(WORDS.length)]);
    return words.join(' ');
  }
}
