// People, streets and places of nowhere. Any likeness is chance.

// biome-ignore format: a list of words
export const givenNames = [
  'Alda', 'Bram', 'Cerys', 'Dorin', 'Elke', 'Fenna', 'Goran', 'Hedda', 'Ilian', 'Jorun', 'Kester', 'Liv',
  'Mirela', 'Nils', 'Oona', 'Perrin', 'Quill', 'Runa', 'Sorrel', 'Tamsin', 'Ulric', 'Vesna', 'Wystan',
  'Xenia', 'Yorick', 'Zoë', 'Łucja', 'André', 'Brannoc', 'Isolde',
] as const;

// biome-ignore format: a list of words
export const familyNames = [
  'Ashdown', 'Birkwood', 'Coldbrook', 'Dunmarsh', 'Elderfen', 'Fallowell', 'Greystead', 'Hollinrake',
  'Ivesdale', 'Juniper', 'Kestrelby', 'Larkmoor', 'Mossgrove', 'Netherfold', "O'Wharrow", 'Pennygale',
  'Quarrington', 'Rushbeck', 'Silverthorn', 'Tarnhill', 'Underbough', 'Vanterpole', 'Winterbourne-Hale',
  'Yarrowby', 'Zetterholm', 'Łąkowski', 'Süderberg',
] as const;

// biome-ignore format: a list of words
export const streets = [
  'Alder Row', 'Bellfounder Street', 'Cooper Rise', 'Damson Lane', 'East Quay', 'Foxglove Avenue',
  'Granary Walk', 'Harbour Steps', 'Ironmonger Yard', 'Juniper Court', 'Kiln Road', 'Lantern Street',
  'Millrace', 'North Terrace', 'Orchard Way', 'Paper Mill Drive',
] as const;

export const places = [
  { city: 'Marlow Falls', state: 'OH', zip: 440 },
  { city: 'Port Ellery', state: 'MA', zip: 210 },
  { city: 'Saint Brennan', state: 'MN', zip: 551 },
  { city: 'Larkspur Bend', state: 'TX', zip: 780 },
  { city: 'Tamarack', state: 'ME', zip: 430 },
  { city: 'Coyote Flats', state: 'NM', zip: 871 },
  { city: 'Winnow Creek', state: 'IA', zip: 503 },
  { city: 'Half Moon Landing', state: 'WA', zip: 981 },
] as const;

export const facilities = [
  'Alder Row Clinic',
  'Harbour Steps Family Practice',
  'Granary Walk Physical Therapy',
  'Kiln Road Orthopedics, Spine and Joint',
  'The "Old Mill" Medical Centre',
  'Lantern Street Heart Center\nBuilding B',
  'Orchard Way Health, Inc.',
  'North Terrace Medical Group',
] as const;
