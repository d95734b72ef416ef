import { rootOf, stem } from './search-words';

/**
 * Words that people and the authors of APIs use for the same thing, in general English and in the trades that have APIs. A line is a concept,
 * named by its first word; a word may belong to several. It holds no names of any one API, and no word is here for one question's sake.
 */
const GROUPS = `
create add new make insert register open put build generate compose draft write post store save keep allocate acquire obtain reserve log
delete remove erase destroy drop discard purge terminate wipe
update change edit modify set patch alter adjust rename correct replace mark close reopen archive
list show find get fetch retrieve describe query read view see display search lookup enumerate browse check
count number many total amount
send deliver mail email dispatch submit post
start run launch boot trigger begin execute resume
stop halt shutdown pause suspend quit
cancel abort revoke end terminate void unsubscribe withdraw stop halt
restart rerun retry again repeat reboot
accept approve confirm
allow authorize permit grant enable open
deny reject decline refuse block ban disable
copy clone duplicate fork
move transfer migrate relocate
compare diff difference different versus
connect attach link associate join peer pair
disconnect detach unlink disassociate leave
invite invitation add
assign give delegate allocate
follow subscribe watch star
close resolve finish complete done
increase resize grow bigger larger extend expand enlarge modify
restore recover undelete undo
export download
import upload
answer reply respond response
share publish
user person people employee staff worker colleague account
me self authenticated current myself own
member belong participant attendee
manager boss supervisor lead
customer client buyer shopper
company organization organisation org business firm
contact person
mail email message inbox letter
message chat post write
comment note remark
event meeting appointment
calendar schedule agenda
availability free busy schedule
ticket issue case incident
task todo
file document attachment
folder directory
picture image photo avatar
server machine instance vm host computer
disk volume storage drive
backup snapshot
ip address
network vpc subnet
firewall port ingress inbound security
device phone laptop mobile tablet
password secret credential passphrase
token key
permission access right role
collaborator contributor member coworker
role permission
payment charge pay
refund reimburse return
invoice bill
price cost rate
discount coupon promotion promo voucher
dispute chargeback complaint
payout withdrawal bank
balance funds money
money payment amount currency
product item goods
subscription membership plan
opportunity deal pipeline prospect
quote estimate offer
vacation holiday leave pto absence timeoff
request ask apply demand
holiday festivity
release version
repository repo project
build workflow ci job pipeline
log output console print
history audit activity
hour time duration
limit quota remaining rate allowance
latest newest recent last current
license licence sku entitlement
guest external visitor
group team
sale order purchase
fixed static permanent elastic allocate
public external internet
private internal
portal selfservice
settings preference configuration option
region zone location place
label tag category
notification alert notice
vote review rating
`;

/** Terms of concepts begin with a sign that no word has. */
const SIGN = '=';

const CONCEPTS = new Map<string, string[]>();
for (const line of GROUPS.trim().split('\n')) {
  const [name, ...words] = line.split(' ');
  for (const word of [name!, ...words]) {
    const key = stem(word);
    CONCEPTS.set(key, [...new Set([...(CONCEPTS.get(key) ?? []), `${SIGN}${name}`])]);
  }
}

/** What a word may also be found by, as terms that no word is: its concepts and its root. */
export function conceptsOf(stemmed: string): readonly string[] {
  const concepts = CONCEPTS.get(stemmed) ?? [];
  const root = rootOf(stemmed);
  return root === null ? concepts : [...concepts, root];
}

/** What is said in several words, and the one word that APIs have for it. */
const PHRASES: [RegExp, string][] = [
  [/\bwho am i\b/g, 'authenticated user'],
  [/\bsign(s|ed|ing)? in\b|\blog(s|ged|ging)? (in|on)\b/g, 'authenticated signin login'],
  [/\b(phone|telephone|mobile) numbers?\b/g, 'phone'],
  [/\bget (an?|another|some|more)\b/g, 'allocate'],
  [/\bwork(s|ed|ing)? (on|with|together)\b/g, 'collaborator'],
  [/\bhow (many|often)\b|\bnumber of\b/g, 'count'],
  [/\bshut(s|ting)? down\b|\bturn(s|ed|ing)? off\b|\bpower(s|ed|ing)? off\b|\bswitch(es|ed|ing)? off\b/g, 'stop'],
  [/\bturn(s|ed|ing)? on\b|\bswitch(es|ed|ing)? on\b|\bpower(s|ed|ing)? on\b/g, 'start'],
  [/\bturn(s|ed|ing)? down\b/g, 'decline'],
  [/\bback(s|ed|ing)? up\b/g, 'backup snapshot'],
  [/\blook(s|ed|ing)? (up|for)\b/g, 'find'],
  [/\bset(s|ting)? up\b/g, 'create'],
  [/\bsign(s|ed|ing)? up\b/g, 'register'],
  [/\bget(s|ting)? rid of\b|\bthrow(s|n|ing)? away\b|\bfor good\b/g, 'delete'],
  [/\bmoney back\b|\bpay(s|ing)? back\b|\bpaid back\b/g, 'refund'],
  [/\bpull requests?\b|\bprs?\b|\bmerge requests?\b/g, 'pull'],
  [/\btime off\b|\bdays off\b|\bsick leave\b/g, 'timeoff time off vacation'],
  [/\b(virtual|cloud) (machine|server|computer)s?\b|\bvms?\b/g, 'instance'],
  [/\bthis (hour|minute|day|week|month|year)\b/g, 'period'],
  [/\b(is|are|do i have|have i got) left\b|\bleft\b/g, 'remaining'],
  [/\bover time\b/g, 'history'],
];

/** A question in the words that an index of APIs has. */
export function inIndexWords(question: string): string {
  return PHRASES.reduce((text, [pattern, words]) => text.replace(pattern, ` ${words} `), question.toLowerCase());
}
