/** What the sample shop's customers and products are called. */

export type Place = { country: string; region: string; weight: number; cities: string[]; first: string[]; last: string[]; company: string[] };

const ENGLISH = ['Olivia', 'Amelia', 'Grace', 'Ruby', 'Hannah', 'Jack', 'Harry', 'Noah', 'Oscar', 'Ethan', 'Maya', 'Aiden'];

export const PLACES: readonly Place[] = [
  { country: 'Germany', region: 'Europe', weight: 16, cities: ['Berlin', 'Hamburg', 'München', 'Köln', 'Leipzig'], first: ['Anna', 'Lena', 'Jürgen', 'Felix', 'Sophie', 'Björn', 'Katja', 'Moritz'], last: ['Schmidt', 'Krüger', 'Weiß', 'Hoffmann', 'Schäfer', 'Lehmann', 'Voigt'], company: ['GmbH', '& Partner', 'AG'] },
  { country: 'France', region: 'Europe', weight: 10, cities: ['Paris', 'Lyon', 'Nantes', 'Toulouse'], first: ['Chloé', 'Hugo', 'Élodie', 'Mathis', 'Zoé', 'François'], last: ['Lefèvre', 'Moreau', 'Dubois', 'Garnier', 'Perrin'], company: ['SARL', 'et Fils', 'SA'] },
  { country: 'United Kingdom', region: 'Europe', weight: 10, cities: ['London', 'Manchester', 'Leeds', 'Bristol'], first: ENGLISH, last: ['Walker', 'Hughes', 'Patel', 'Wright', 'Clarke', 'Murphy'], company: ['Ltd', '& Co', 'Studios'] },
  { country: 'Poland', region: 'Europe', weight: 6, cities: ['Warszawa', 'Łódź', 'Kraków', 'Gdańsk'], first: ['Zofia', 'Jakub', 'Małgorzata', 'Paweł', 'Kinga'], last: ['Nowak', 'Wójcik', 'Kamińska', 'Zieliński'], company: ['Sp. z o.o.', 'i Wspólnicy'] },
  { country: 'Spain', region: 'Europe', weight: 6, cities: ['Madrid', 'Barcelona', 'València', 'Sevilla'], first: ['Lucía', 'Mateo', 'Íñigo', 'Carmen', 'Álvaro'], last: ['García', 'Muñoz', 'Ortega', 'Ibáñez'], company: ['S.L.', 'e Hijos'] },
  { country: 'United States', region: 'North America', weight: 20, cities: ['New York', 'Chicago', 'Austin', 'Seattle', 'Denver', 'Boston'], first: ENGLISH, last: ['Johnson', 'Ramirez', 'Kim', 'Bailey', 'Foster', 'Nguyen', 'Reed'], company: ['Inc.', 'LLC', 'Group', 'Labs'] },
  { country: 'Canada', region: 'North America', weight: 7, cities: ['Toronto', 'Montréal', 'Vancouver'], first: ENGLISH, last: ['Tremblay', 'MacDonald', 'Singh', 'Roy'], company: ['Inc.', 'Partners'] },
  { country: 'Japan', region: 'Asia Pacific', weight: 7, cities: ['東京', '大阪', 'Fukuoka'], first: ['Haruka', 'Yuto', 'Sakura', 'Ren', 'Aoi'], last: ['Tanaka', 'Sato', 'Kobayashi', 'Mori'], company: ['K.K.', 'Design'] },
  { country: 'Australia', region: 'Asia Pacific', weight: 6, cities: ['Sydney', 'Melbourne', 'Perth'], first: ENGLISH, last: ['Campbell', 'Bennett', 'Nguyen', 'Kelly'], company: ['Pty Ltd', 'Collective'] },
  { country: 'Singapore', region: 'Asia Pacific', weight: 3, cities: ['Singapore'], first: ['Wei Ling', 'Arjun', 'Mei', 'Hafiz'], last: ['Tan', 'Lim', 'Rahman', 'Goh'], company: ['Pte Ltd'] },
  { country: 'Brazil', region: 'Latin America', weight: 5, cities: ['São Paulo', 'Recife', 'Curitiba'], first: ['Beatriz', 'João', 'Thaís', 'Caio'], last: ['Conceição', 'Araújo', 'Lima', 'Barros'], company: ['Ltda.', 'e Filhos'] },
  { country: 'Mexico', region: 'Latin America', weight: 4, cities: ['Ciudad de México', 'Monterrey', 'Guadalajara'], first: ['Ximena', 'Diego', 'Renata', 'Iker'], last: ['Hernández', 'Peña', 'Castillo'], company: ['S.A. de C.V.'] },
];

export const COMPANY_WORDS = ['Alder', 'Beacon', 'Cobalt', 'Delta', 'Ember', 'Fjord', 'Granite', 'Harbor', 'Ivory', 'Juniper', 'Kestrel', 'Lumen', 'Meridian', 'Nimbus', 'Orchard', 'Pioneer', 'Quarry', 'Ridge', 'Summit', 'Tidal', 'Umber', 'Vertex', 'Willow', 'Zephyr'];
export const COMPANY_FIELDS = ['Architects', 'Logistics', 'Clinics', 'Software', 'Hotels', 'Foods', 'Media', 'Energy', 'Studios', 'Consulting'];

/** Names that are hard on interfaces: an apostrophe, an ampersand, a very long one. `at` is the customer's id. */
export const ODD_CUSTOMERS = [
  { at: 7, name: "Siobhán O'Brien", company: null, segment: 'consumer', country: 'United Kingdom' },
  { at: 19, name: 'Jörg Müller', company: 'Müller & Söhne', segment: 'small business', country: 'Germany' },
  { at: 42, name: 'Maximiliane Freifrau von Hohenstein-Wartenberg', company: 'Vereinigte Werkstätten für Innenausbau und Büroeinrichtung Hohenstein-Wartenberg GmbH & Co. KG', segment: 'enterprise', country: 'Germany' },
  { at: 77, name: 'Yū Ōe', company: null, segment: 'consumer', country: 'Japan' },
  { at: 101, name: 'Ana "Nita" D\'Ávila', company: '100% Café', segment: 'small business', country: 'Brazil' },
] as const;

/** Name and price in cents. */
export const PRODUCTS: Readonly<Record<string, readonly [string, number][]>> = {
  Chairs: [['Halden task chair', 24900], ['Halden task chair with arms', 28900], ['Norr stool', 8900], ['Vik lounge chair', 54900], ['Mesh executive chair', 44900], ['Stacking chair', 5900], ['Kneeling chair', 15900], ['Saddle seat', 17900], ['Conference chair', 19900], ['Bar stool', 11900]],
  Desks: [['Ask writing desk', 32900], ['Rise standing desk 120', 49900], ['Rise standing desk 160', 59900], ['Rise standing desk 200', 72900], ['Corner desk', 41900], ['Folding desk', 14900], ['Meeting table for 6', 89900], ['Meeting table for 12', 149900], ['Side table', 9900], ['Desk for two', 68900]],
  Lighting: [['Lume desk lamp', 6900], ['Lume floor lamp', 12900], ['Pendant lamp', 15900], ['Clip light', 2900], ['Light panel', 18900], ['Daylight lamp', 9900], ['Monitor light bar', 7900], ['String lights', 1900], ['Spot rail', 13900], ['Night light', 1500]],
  Storage: [['Rolling pedestal', 17900], ['Open shelf, 3 tiers', 12900], ['Open shelf, 5 tiers', 18900], ['Lockable cabinet', 28900], ['Locker, 4 doors', 38900], ['Magazine box', 900], ['Wall rail', 4900], ['Coat stand', 7900], ['Key box', 2400], ['Filing cabinet', 24900]],
  Acoustics: [['Desk screen', 9900], ['Wall panel, 4 pieces', 13900], ['Phone booth', 389900], ['Room divider', 27900], ['Ceiling baffle', 16900], ['Headset', 8900], ['Conference speaker', 15900], ['Felt curtain', 19900], ['Door seal', 1900], ['White noise box', 6900]],
  Accessories: [['Cable tray', 1900], ['Monitor arm', 8900], ['Monitor arm, dual', 13900], ['Footrest', 3900], ['Desk mat', 2900], ['Laptop stand', 3900], ['Wrist rest', 1500], ['Power hub', 5900], ['Whiteboard, 120 cm', 11900], ['Pen cup', 790]],
};

export const TOPICS = ['delivery', 'damaged item', 'invoice', 'return', 'product question', 'account'] as const;
