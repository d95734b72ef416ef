/** A database with the tables, columns and keys of Chinook, the music shop that is everybody's second example; its rows are reckoned. */

const pick = (list: readonly string[], index: string) => `[${list.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')}][1 + (${index}) % ${list.length}]`;
const GENRES = ['Rock', 'Jazz', 'Metal', 'Alternative & Punk', 'Blues', 'Latin', 'Reggae', 'Pop', 'Classical', 'Soundtrack'];
const MEDIA = ['MPEG audio file', 'Protected AAC audio file', 'Protected MPEG-4 video file', 'Purchased AAC audio file', 'AAC audio file'];
const COUNTRIES = ['USA', 'Canada', 'Brazil', 'France', 'Germany', 'United Kingdom', 'Portugal', 'India', 'Chile'];
const CITIES = ['New York', 'Montréal', 'São Paulo', 'Paris', 'Berlin', 'London', 'Lisbon', 'Delhi', 'Santiago'];
const FIRST = ['Luís', 'Leonie', 'François', 'Bjørn', 'Helena', 'Astrid', 'Daan', 'Kara', 'Eduardo', 'Mark', 'Jennifer'];
const LAST = ['Gonçalves', 'Köhler', 'Tremblay', 'Hansen', 'Holý', 'Gruber', 'Peeters', 'Nielsen', 'Martins', 'Taylor', 'Peterson', 'Miller', 'Stevens'];
const SOUNDS = ['Iron', 'Velvet', 'Golden', 'Silent', 'Broken', 'Electric', 'Northern', 'Paper', 'Red', 'Marble', 'Lunar'];
const THINGS = ['Foxes', 'Parade', 'Harbour', 'Engines', 'Garden', 'Orchestra', 'Arrows'];

/** Skewed, so that no two sums are the same. */
const skew = (index: string, of: number) => `((${index}) * 7919 + (${index}) * (${index}) % 101) % ${of} * (((${index}) * 31) % 17 + 3) // 20`;

export const CHINOOK = `
create table Artist (ArtistId integer primary key, Name varchar not null);
create table Album (AlbumId integer primary key, Title varchar not null, ArtistId integer not null references Artist (ArtistId));
create table Genre (GenreId integer primary key, Name varchar not null);
create table MediaType (MediaTypeId integer primary key, Name varchar not null);
create table Track (TrackId integer primary key, Name varchar not null, AlbumId integer references Album (AlbumId), MediaTypeId integer not null references MediaType (MediaTypeId),
  GenreId integer references Genre (GenreId), Composer varchar, Milliseconds integer not null, Bytes integer, UnitPrice decimal(10, 2) not null);
create table Employee (EmployeeId integer primary key, LastName varchar not null, FirstName varchar not null, Title varchar, ReportsTo integer, BirthDate date, HireDate date, City varchar, Country varchar, Phone varchar, Email varchar);
create table Customer (CustomerId integer primary key, FirstName varchar not null, LastName varchar not null, Company varchar, Address varchar, City varchar, State varchar, Country varchar,
  PostalCode varchar, Phone varchar, Email varchar not null, SupportRepId integer references Employee (EmployeeId));
create table Invoice (InvoiceId integer primary key, CustomerId integer not null references Customer (CustomerId), InvoiceDate timestamp not null, BillingAddress varchar, BillingCity varchar, BillingCountry varchar, Total decimal(10, 2) not null);
create table InvoiceLine (InvoiceLineId integer primary key, InvoiceId integer not null references Invoice (InvoiceId), TrackId integer not null references Track (TrackId), UnitPrice decimal(10, 2) not null, Quantity integer not null);
create table Playlist (PlaylistId integer primary key, Name varchar);
create table PlaylistTrack (PlaylistId integer not null references Playlist (PlaylistId), TrackId integer not null references Track (TrackId), primary key (PlaylistId, TrackId));
insert into Artist select i, 'The ' || ${pick(SOUNDS, 'i')} || ' ' || ${pick(THINGS, 'i // 2')} from range(1, 61) t(i);
insert into Album select i, ${pick(THINGS, 'i * 3')} || ' of ' || ${pick(SOUNDS, 'i // 3')} || ' ' || i, 1 + ${skew('i', 60)} from range(1, 121) t(i);
insert into Genre select i + 1, ${pick(GENRES, 'i')} from range(10) t(i);
insert into MediaType select i + 1, ${pick(MEDIA, 'i')} from range(5) t(i);
insert into Track select i, ${pick(SOUNDS, 'i * 5')} || ' ' || ${pick(THINGS, 'i')} || ' No. ' || i, 1 + ${skew('i', 120)}, 1 + ${skew('i + 3', 5)}, 1 + ${skew('i + 7', 10)},
  case when i % 4 > 0 then ${pick(FIRST, 'i * 3')} || ' ' || ${pick(LAST, 'i')} end, 120000 + i * 7919 % 300000, 2000000 + i * 104729 % 9000000, case when i % 9 = 0 then 1.99 else 0.99 end from range(1, 1001) t(i);
insert into Employee values
  (1, 'Adams', 'Andrew', 'General Manager', null, '1962-02-18', '2002-08-14', 'Edmonton', 'Canada', '+1 (780) 428-9482', 'andrew@chinookcorp.com'),
  (2, 'Edwards', 'Nancy', 'Sales Manager', 1, '1958-12-08', '2002-05-01', 'Calgary', 'Canada', '+1 (403) 262-3443', 'nancy@chinookcorp.com'),
  (3, 'Peacock', 'Jane', 'Sales Support Agent', 2, '1973-08-29', '2002-04-01', 'Calgary', 'Canada', '+1 (403) 262-3443', 'jane@chinookcorp.com'),
  (4, 'Park', 'Margaret', 'Sales Support Agent', 2, '1947-09-19', '2003-05-03', 'Calgary', 'Canada', '+1 (403) 263-4423', 'margaret@chinookcorp.com'),
  (5, 'Johnson', 'Steve', 'Sales Support Agent', 2, '1965-03-03', '2003-10-17', 'Calgary', 'Canada', '1 (780) 836-9987', 'steve@chinookcorp.com'),
  (6, 'Mitchell', 'Michael', 'IT Manager', 1, '1973-07-01', '2003-10-17', 'Calgary', 'Canada', '+1 (403) 246-9887', 'michael@chinookcorp.com');
insert into Customer select i, ${pick(FIRST, 'i')}, ${pick(LAST, 'i')}, case when i % 3 = 0 then ${pick(SOUNDS, 'i')} || ' Ltd' end, i || ' Main Street', ${pick(CITIES, 'i')}, null, ${pick(COUNTRIES, 'i')},
  '10' || i, null, 'c' || i || '@example.com', 3 + i % 3 from range(1, 60) t(i);
insert into Invoice select i, 1 + ${skew('i', 59)}, timestamp '2021-01-01' + to_days((i * 1817 // 412)::integer), null, ${pick(CITIES, `1 + ${skew('i', 59)}`)}, ${pick(COUNTRIES, `1 + ${skew('i', 59)}`)}, (1 + i * 37 % 14) * 0.99 from range(412) t(i);
insert into InvoiceLine select i, (i * 5 + i // 7) % 412, 1 + i * 7919 % 1000, case when (1 + i * 7919 % 1000) % 9 = 0 then 1.99 else 0.99 end, 1 from range(1, 2241) t(i);
insert into Playlist values (1, 'Music'), (2, 'Movies'), (3, 'On the go'), (4, 'Classical');
insert into PlaylistTrack select 1 + i % 4, 1 + i * 31 % 1000 from range(800) t(i);
`;
