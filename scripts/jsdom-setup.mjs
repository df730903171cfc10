// What jsdom lacks and components ask for. A test that asks for the plain Node environment has no window.
if (typeof window !== 'undefined') {
  window.matchMedia ??= (media) => ({
    matches: false, media, onchange: null,
    addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {}, dispatchEvent: () => false,
  });
  window.ResizeObserver ??= class { observe() {} unobserve() {} disconnect() {} };
  Element.prototype.scrollIntoView ??= () => {};
}
