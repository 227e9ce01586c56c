// Where the right to answer comes from: a code behind the # or on a card. What it takes to seal is loaded later, so a right
// says which kind it is and not more.

const inAddress = () => location.hash.slice(1);

/**
 * A link or a card: the sheet is open, the code can be typed until it is sent. With an open question there is a second
 * code behind a dot; without it nothing is asked there.
 */
export function codeEntry(main, group) {
  const typed = main.querySelector('#code');
  const codes = text =>
    /^([a-z2-7]{26})(?:\.([a-z2-7]{26}))?$/.exec(text.replace(/[\s-]/g, '').toLowerCase())?.slice(1) ?? [];
  const linked = () => codes(inAddress());
  const known = () => linked().length > 0;
  const given = () => (known() ? linked() : codes(typed.value));
  return {
    open: true,
    get known() {
      return known();
    },
    get right() {
      const [code] = given();
      return code && (({byCode}) => byCode(code, group));
    },
    get textRight() {
      const [, code] = given();
      return code && (({textByCode}) => textByCode(code, group));
    },
    /** Whether to show the question; whoever still has to type their code may have the second one. */
    get writes() {
      return !known() || this.textRight !== undefined;
    },
    whose: '',
    says: [],
    focus: () => typed.focus(),
    prepare: async () => undefined,
  };
}
