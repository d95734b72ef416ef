/** Thirty more questions, written when the search stood and never used to change it: what it reaches here is the honest figure. */
import type { Question } from './questions.ts';

const github = [
  ['post a comment on an issue', ['issuesCreateComment']],
  ['which branches does a repository have', ['reposListBranches']],
  ['fork a project', ['reposCreateFork']],
  ['read the README file', ['reposGetReadme']],
  ['leave an organization', ['orgsRemoveMembershipForUser', 'orgsRemoveMember']],
  ['see who is in a team', ['teamsListMembersInOrg', 'teamsListMembersLegacy']],
] as const;

const stripe = [
  ['delete a customer', ['deleteCustomersCustomer']],
  ['show all disputes', ['getDisputes']],
  ['pay an open invoice now', ['postInvoicesInvoicePay']],
  ['what tax rates have we defined', ['getTaxRates']],
  ['upload a document', ['postFiles']],
  ['saved cards of a customer', ['getCustomersCustomerPaymentMethods', 'getCustomersCustomerCards', 'getCustomersCustomerSources', 'getPaymentMethods']],
] as const;

const ec2 = [
  ['remove an old snapshot', ['getDeleteSnapshot', 'postDeleteSnapshot']],
  ['attach a disk to a server', ['getAttachVolume', 'postAttachVolume']],
  ['list security groups', ['getDescribeSecurityGroups', 'postDescribeSecurityGroups']],
  ['add a subnet', ['getCreateSubnet', 'postCreateSubnet']],
  ['which machine types can I choose from', ['getDescribeInstanceTypes', 'postDescribeInstanceTypes', 'getDescribeInstanceTypeOfferings', 'postDescribeInstanceTypeOfferings']],
  ['copy an image to another region', ['getCopyImage', 'postCopyImage']],
] as const;

const autotask = [
  ['show the notes of a ticket', ['ticketNotesChildQuery', 'ticketNotesQuery', 'ticketNotesUrlParameterQuery']],
  ['rename a project', ['projectsPatchEntity', 'projectsUpdateEntity']],
  ['list contracts', ['contractsQuery', 'contractsUrlParameterQuery']],
  ['add a person to a company', ['companyContactsChildCreateEntity']],
  ['approve a time off request', ['timeOffRequestsChildPatchEntity', 'timeOffRequestsChildUpdateEntity']],
  ['which products do we sell', ['productsQuery', 'productsUrlParameterQuery']],
] as const;

const graph = [
  ['delete a user', ['usersUserDeleteUser']],
  ['which teams am I in', ['meListJoinedTeams']],
  ['add someone to a group', ['groupsCreateRefMembers']],
  ['download my profile picture', ['meGetPhotoContent', 'meGetPhoto']],
  ['mark a task as done', [/^(me|users)TodoListsUpdateTasks$/, /^(me|users)?[Pp]lannerUpdateTasks$/]],
  ['lock a stolen laptop', [/ManagedDeviceRemoteLock$/]],
] as const;

const of = (api: Question['api'], list: readonly (readonly [string, readonly (string | RegExp)[]])[]): Question[] =>
  list.map(([words, right]) => ({ api, words, right: [...right] }));

export const HELD_OUT: Question[] = [
  ...of('github', github),
  ...of('stripe', stripe),
  ...of('ec2', ec2),
  ...of('autotask', autotask),
  ...of('graph', graph),
];
