// What in a text may tell who wrote it. Looked for on the device only, with rules that a reader can check; it warns,
// and knows that it misses things and is wrong at times.

const letterBefore = '(?<![\\p{L}\\p{N}])';
const letterAfter = '(?![\\p{L}\\p{N}])';
const words = pattern => new RegExp(`${letterBefore}(?:${pattern})${letterAfter}`, 'giu');

const MAIL = /[^\s@<>(),;:]+@[^\s@<>(),;:]+\.\p{L}{2,}/gu;
const PHONE = /(?<![\p{L}\p{N}])(?:\+|\(?0)[\d\s()./-]{6,}\d/gu;
const PHONE_DIGITS = [9, 15];
const DIGITS = /(?<![\p{L}\p{N}])\d(?:[ .]?\d){7,8}(?![\p{L}\p{N}])/gu;

// a year and two capitals are mostly no postcode: "in 2026 HR"
const POSTCODE = /(?<![\p{L}\p{N}])(?!(?:19|20)\d\d (?:HR|OR|IT|AI)(?!\p{L}))[1-9]\d{3} ?(?:[A-Z]{2}|(?<=\d)[a-z]{2})(?![\p{L}\p{N}])/gu;
const STREET = words(
  '\\p{L}{2,}(?<!\\bonder)(?:straat|laan|weg|plein|gracht|kade|singel|dreef|steeg|dijk|plantsoen) \\d{1,5} ?[a-z]?' +
    '|\\d{1,5} \\p{L}+ (?:street|road|avenue|lane|drive|square)',
);
const ONLY = words('(?:als|ben)(?: ik)?(?: de| het)? enige|de enige(?: die| in| van| met)|(?:as )?the only(?: one)?|only one');

// a new sentence starts after these, unless it is a title
const STOP = /(?:^|[.!?:;…\n])["'“”‘’„()[\]\s*•–-]*$/u;
const TITLE = /(?<!\p{L})(?:dhr|mw|mevr|drs|dr|ir|ing|mr|mrs|ms|prof|st)\.\s*$/iu;
const CAPITAL = /(?<![\p{L}\p{N}@.])(?:IJ|\p{Lu})\p{Ll}[\p{L}’'-]*/gu;
const NO_NAMES = new Set(
  (
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August ' +
    'September October November December Maandag Dinsdag Woensdag Donderdag Vrijdag Zaterdag Zondag Januari Februari ' +
    'Maart Mei Juni Juli Augustus Oktober Dutch English Nederlands Nederlandse Nederland Engels Engelse Europa Europese ' +
    'Kerst Pasen Pinksteren Christmas Easter Groeipuls Teams Excel Outlook Word Microsoft Google Ik Je We Wij Het De Een'
  ).split(' '),
);

const found = (text, pattern, holds = () => true) =>
  [...text.matchAll(pattern)].filter(holds).map(([fragment]) => fragment.trim());

const digitsOf = text => text.replace(/\D/g, '');

/** The eleven test of a citizen service number, of 8 or 9 digits. */
export function elevenTest(digits) {
  const all = [...digits.padStart(9, '0')].map(Number);
  const sum = all.reduce((total, digit, at) => total + digit * (at === 8 ? -1 : 9 - at), 0);
  return all.length === 9 && all.some(digit => digit > 0) && sum % 11 === 0;
}

function phone([fragment]) {
  const digits = digitsOf(fragment).length;
  return digits >= PHONE_DIGITS[0] && digits <= PHONE_DIGITS[1];
}

function name(match) {
  const before = match.input.slice(0, match.index);
  return !NO_NAMES.has(match[0]) && (!STOP.test(before) || TITLE.test(before));
}

/** What a text becomes before it is sealed: what is no text falls out, for the count would drop all of it. */
export const clean = text => text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(/(?!\n)\p{Cc}|\p{Cs}/gu, '');

/**
 * Per kind the fragments that were found, each once; kinds without any are left out.
 *
 * @return {Object<string, string[]>} of mail, phone, address, number, only and name
 */
export function recognisable(text) {
  const kinds = {
    mail: found(text, MAIL),
    phone: found(text, PHONE, phone),
    address: [...found(text, POSTCODE), ...found(text, STREET)],
    number: found(text, DIGITS, ([fragment]) => elevenTest(digitsOf(fragment))),
    only: found(text, ONLY),
    name: found(text, CAPITAL, name),
  };
  return Object.fromEntries(
    Object.entries(kinds)
      .filter(([, fragments]) => fragments.length > 0)
      .map(([kind, fragments]) => [kind, [...new Set(fragments)]]),
  );
}
