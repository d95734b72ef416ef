/** Thirty more questions, on which the search was tuned beside the sixty. */
import type { Question } from './questions.ts';

const github = [
  ['delete a branch', ['gitDeleteRef']],
  ['unfollow a person', ['usersUnfollow']],
  ['list the people who contributed code to a repository', ['reposListContributors']],
  ['stop a workflow that is running', ['actionsCancelWorkflowRun', 'actionsForceCancelWorkflowRun']],
  ['ask a colleague to review my pull request', ['pullsRequestReviewers']],
  ['search for code', ['searchCode']],
] as const;

const stripe = [
  ['register a new customer', ['postCustomers']],
  ['mark an invoice as never going to be paid', ['postInvoicesInvoiceMarkUncollectible']],
  ['which subscriptions are active', ['getSubscriptions', 'getSubscriptionsSearch']],
  ['transfer money to a connected account', ['postTransfers']],
  ['capture an authorized payment', ['postPaymentIntentsIntentCapture', 'postChargesChargeCapture']],
  ['list webhooks', ['getWebhookEndpoints']],
] as const;

const ec2 = [
  ['restart a machine', ['getRebootInstances', 'postRebootInstances']],
  ['show my disks', ['getDescribeVolumes', 'postDescribeVolumes']],
  ['label a resource with a name', ['getCreateTags', 'postCreateTags']],
  ['make an image of a running server', ['getCreateImage', 'postCreateImage']],
  ['create a new SSH key', ['getCreateKeyPair', 'postCreateKeyPair']],
  ['which regions are there', ['getDescribeRegions', 'postDescribeRegions']],
] as const;

const autotask = [
  ['change the status of a ticket', ['ticketsPatchEntity', 'ticketsUpdateEntity']],
  ['tasks of a project', ['tasksChildQuery', 'tasksQuery', 'tasksUrlParameterQuery']],
  ['create a quote for a customer', ['quotesCreateEntity']],
  ['list all our employees', ['resourcesQuery', 'resourcesUrlParameterQuery']],
  ['upload a file to a ticket', ['ticketAttachmentsChildCreateEntity']],
  ['delete an appointment', ['appointmentsDeleteEntity']],
] as const;

const graph = [
  ['reply to a message', [/^(me|usersUser).*MessageReply$/]],
  ['create a new team', ['teamsTeamCreateTeam', 'meCreateJoinedTeams', 'usersCreateJoinedTeams']],
  ['who reports to me', ['meListDirectReports']],
  ['move a mail to another folder', [/^(me|usersUser).*MessageMove$/]],
  ['restart a device', [/ManagedDeviceRebootNow$/]],
  ['what are my tasks', ['mePlannerListTasks', 'meTodoListsListTasks', 'meTodoListLists', 'plannerListTasks']],
] as const;

const of = (api: Question['api'], list: readonly (readonly [string, readonly (string | RegExp)[]])[]): Question[] =>
  list.map(([words, right]) => ({ api, words, right: [...right] }));

export const PRACTICE: Question[] = [
  ...of('github', github),
  ...of('stripe', stripe),
  ...of('ec2', ec2),
  ...of('autotask', autotask),
  ...of('graph', graph),
];
