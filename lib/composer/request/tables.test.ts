import { describe, expect, test } from 'vitest';
import type { Column, TableBinding } from '../../binding/binding';
import { createCatalogue } from '../catalogue/catalogue';
import { withInferredKeys } from '../catalogue/keys';
import { readPrompt } from '../read/read';
import { summaryOf } from '../summary';

const TODAY = new Date('2026-11-23T12:00:00Z');

function col(name: string, sqlType: string, extra: Partial<Column> = {}): Column {
  const type = /INT|DOUBLE/.test(sqlType) ? 'number' : sqlType === 'DATE' ? 'date' : 'string';
  return { name, sqlType, type, nullable: false, samples: extra.values?.slice(0, 5) ?? [], distinct: extra.values?.length, ...extra };
}
const id = (name: string, distinct: number) => col(name, 'BIGINT', { distinct, min: 1, max: distinct });
const table = (name: string, rows: number, columns: Column[]) => ({ name, rows, primaryKey: [], foreignKeys: [], columns });

/** Files of a school of music, where pupils and instruments meet only in the lessons. */
const SCHOOL: TableBinding = {
  kind: 'tables', name: 'school', title: 'School', dialect: 'DuckDB',
  tables: [
    table('pupil', 60, [id('pupil_id', 60), col('name', 'VARCHAR', { distinct: 58, samples: ['Ada', 'Bo'] }), col('country', 'VARCHAR', { distinct: 3, values: ['Chile', 'Ghana', 'Nepal'] }), col('all_grade', 'VARCHAR', { distinct: 3, values: ['low', 'mid', 'top'] }), col('date_of_entry', 'DATE', { distinct: 50, min: '2020-01-02', max: '2024-05-01' }), col('last_seen', 'DATE', { distinct: 50, min: '2021-01-02', max: '2025-05-01' })]),
    table('instrument', 9, [id('instrument_id', 9), col('name', 'VARCHAR', { distinct: 9, samples: ['Oboe', 'Harp'] }), col('family', 'VARCHAR', { distinct: 3, values: ['Wind', 'String', 'Brass'] })]),
    table('lesson_register', 400, [id('pupil_id', 60), id('instrument_id', 9), id('head_teacher_id', 7), col('register_year', 'BIGINT', { distinct: 8, min: 2012, max: 2020 }), col('fee', 'DOUBLE', { distinct: 80, min: 10, max: 90 }), col('room', 'VARCHAR', { distinct: 4, values: ['Blue', 'Cellar', 'Garden', 'Attic'] })]),
    table('teacher', 7, [id('teacher_id', 7), col('teacher_name', 'VARCHAR', { distinct: 7, samples: ['Ines', 'Jo'] })]),
    table('school_history', 30, [id('pupil_id', 25), col('left_on', 'DATE', { distinct: 28, min: '2012-01-02', max: '2019-05-01' })]),
    table('people', 90, [id('people_id', 90), col('full_name', 'VARCHAR', { distinct: 90, samples: ['Kim'] }), col('town', 'VARCHAR', { distinct: 4, values: ['Pisa', 'Lyon', 'Cork', 'Graz'] })]),
    table('concert', 30, [id('concert_id', 30), col('concert_details', 'VARCHAR', { distinct: 30, samples: ['Spring'] }), col('minutes', 'BIGINT', { distinct: 20, min: 30, max: 140 })]),
    table('soloist', 12, [id('soloist_id', 12), col('points', 'DOUBLE', { distinct: 12, min: 1, max: 9 })]),
  ],
};
const school = createCatalogue([SCHOOL]);

function chart(prompt: string): string {
  const { plan } = readPrompt(prompt, school, TODAY);
  const block = plan && summaryOf(plan).find((b) => b.asked);
  if (!block) return 'nothing';
  const [y] = block.y;
  return `${block.kind} of ${block.table}: ${block.x} × ${y?.aggregate}${y?.of ? ` ${y.of}` : ''}${block.series ? ` by ${block.series}` : ''}${block.bucket ? ` per ${block.bucket}` : ''}, ${block.sort}${block.where.length ? ` where ${block.where.join(' and ')}` : ''}`;
}

describe('tables that stand side by side', () => {
  test.each([
    // What the other table's rows are called, and not its key.
    ['Show the number of pupils for each instrument in a pie chart.', 'pie of lesson_register: instrument.name × rows, value-desc'],
    // What lies between knows both.
    ['A bar chart of the number of the names of pupils with lessons whose instrument family is "Brass"', 'bar of lesson_register: pupil.name × distinct lesson_register.pupil_id, value-desc where instrument.family is Brass'],
    // Only the number of a year.
    ['Show all instrument names with the number of pupils in each instrument registered after 2015 with a bar chart.', 'bar of lesson_register: instrument.name × rows, value-desc where lesson_register.register_year at-least 2016'],
    // Rows that have no name can be counted too.
    ['Show names of teachers and the number of lesson registers they are booked for with a bar chart.', 'bar of lesson_register: teacher.teacher_name × rows, value-desc'],
    // The first table is the one whose rows they are.
    ['For those records from the lesson registers and each pupil, show the number of country in a bar chart.', 'bar of lesson_register: pupil.country × rows, value-desc'],
    // A history is what was in the past.
    ['For those pupils who did not have any school in the past, show the number of pupils by country in a bar chart.', 'bar of pupil: pupil.country × rows, value-desc where pupil.pupil_id has-no school_history.pupil_id'],
    // What is narrowed is what stands in front.
    ['Find the number of lesson registers of the pupil whose name contains "Ada" for each room in a bar chart.', 'bar of lesson_register: lesson_register.room × rows, value-desc where pupil.name contains Ada'],
    // What they are called by is said apart.
    ['What is the total fee of each instrument? Also list the instrument id. Show a bar chart.', 'bar of lesson_register: lesson_register.instrument_id × sum lesson_register.fee, value-desc'],
    ['For each instrument, list its family, and how many lesson registers it has with a bar chart, and rank by the family in desc.', 'bar of lesson_register: instrument.family × rows, label-desc'],
    // Details are a column here, and no drawer; a number belongs to what is said of it.
    ['Draw a bar chart for what are the ids and details of concerts that last more than 90 minutes, and sort by the X in asc.', 'bar of concert: concert.concert_details × none concert.concert_id, label where concert.minutes over 90'],
    ['How many soloists are from each town? Show a bar chart.', 'bar of soloist: people.town × rows, value-desc'],
  ])('%s', (prompt, wanted) => expect(chart(prompt)).toBe(wanted));
});

describe('words of one chart', () => {
  test.each([
    ['Show the proportion of pupils for each country.', 'pie of pupil: pupil.country × rows, value-desc'],
    ['How many pupils do we have for each country? Give me a proportion.', 'pie of pupil: pupil.country × rows, value-desc'],
    ['A pie chart shows the proportion of room and fee.', 'pie of lesson_register: lesson_register.room × sum lesson_register.fee, value-desc'],
    ['What is the date of entry of every pupil, and count them by a bar chart', 'bar of pupil: pupil.date_of_entry × rows per month, label'],
    ['Group and count the country to draw a bar chart, could you sort X in descending order?', 'bar of pupil: pupil.country × rows, label-desc'],
    ['Return a histogram of fee by all grade', 'bar of lesson_register: pupil.all_grade × sum lesson_register.fee, value-desc'],
    ['Show the number of pupils in each day and bin the date of entry by weekday with a bar chart.', 'bar of pupil: pupil.date_of_entry × rows per weekday, label'],
    ['Compare all pupil countries’ total numbers.', 'bar of pupil: pupil.country × rows, value-desc'],
    ['What is the country of each pupil and the corresponding number of pupils? Show a bar chart, display country in desc order.', 'bar of pupil: pupil.country × rows, label-desc'],
    ['Return the country name and the number of pupils in a bar chart, display names from low to high order.', 'bar of pupil: pupil.country × rows, label'],
    ['Show the number of lessons of each year in a bar chart', 'bar of lesson_register: lesson_register.register_year × rows, value-desc'],
    ['Show all rooms and the number of lessons in each type in a pie chart.', 'pie of lesson_register: lesson_register.room × rows, value-desc'],
    ['Give me a pie chart to reflect the proportion of room and fee.', 'pie of lesson_register: lesson_register.room × sum lesson_register.fee, value-desc'],
    ['How many entry dates in each year? Return a bar chart for the number of dates of entry in each year.', 'bar of pupil: pupil.date_of_entry × rows per year, label'],
  ])('%s', (prompt, wanted) => expect(chart(prompt)).toBe(wanted));
});

test('keys that nobody declared', () => {
  const keys = Object.fromEntries(withInferredKeys(SCHOOL.tables).map(({ name, foreignKeys }) => [name, foreignKeys.map((key) => `${key.columns} > ${key.references.table}`)]));
  expect(keys).toMatchObject({ lesson_register: ['pupil_id > pupil', 'instrument_id > instrument', 'head_teacher_id > teacher'], soloist: ['soloist_id > people'], pupil: [], people: [] });
});
