/**
 * Sixty things a person would ask of five APIs, in a person's words, each with the operations that do it. Written before the search was,
 * and never changed since: what the search reaches here is only worth something while nobody fits one to the other.
 */
export type Question = {
  api: 'github' | 'stripe' | 'ec2' | 'autotask' | 'graph';
  words: string;
  /** Any of these will do. A pattern where an API offers the same thing below many paths. */
  right: (string | RegExp)[];
};

const github = [
  ['who am I signed in as', ['usersGetAuthenticated']],
  ['close an issue', ['issuesUpdate']],
  ['put a label on an issue', ['issuesAddLabels', 'issuesSetLabels']],
  ['merge a pull request', ['pullsMerge', 'pullsMergeAsync']],
  ['run the failed jobs of a build again', ['actionsReRunWorkflowFailedJobs']],
  ['what files did this PR touch', ['pullsListFiles']],
  ['invite somebody to work on my repository', ['reposAddCollaborator']],
  ['newest release of a project', ['reposGetLatestRelease', 'reposListReleases']],
  ['how many API requests do I have left this hour', ['rateLimitGet']],
  ['store a password for CI to use', [/^actionsCreateOrUpdate(Repo|Org|Environment)Secret$/]],
  ['what is different between two branches', ['reposCompareCommitsWithBasehead', 'reposCompareCommits']],
  ['who starred this repo', ['activityListStargazersForRepo']],
] as const;

const stripe = [
  ['give a customer their money back', ['postRefunds', 'postChargesChargeRefund', 'postChargesChargeRefunds']],
  [
    'cancel somebody’s subscription',
    ['deleteSubscriptionsSubscriptionExposedId', 'deleteCustomersCustomerSubscriptionsSubscriptionExposedId'],
  ],
  ['how much money is in our account', ['getBalance']],
  ['make a link that people can pay with', ['postPaymentLinks']],
  ['email an invoice to the customer', ['postInvoicesInvoiceSend']],
  ['find a customer by email address', ['getCustomers', 'getCustomersSearch']],
  ['discount code for the summer sale', ['postCoupons', 'postPromotionCodes']],
  ['show recent payments', ['getPaymentIntents', 'getCharges', 'getPaymentIntentsSearch', 'getChargesSearch']],
  ['when was money last sent to our bank', ['getPayouts', 'getPayoutsPayout']],
  ['let a customer change their card and see their bills themselves', ['postBillingPortalSessions']],
  ['answer a chargeback with evidence', ['postDisputesDispute', 'postChargesChargeDispute']],
  ['change the price somebody pays for their subscription', ['postSubscriptionsSubscriptionExposedId', 'postSubscriptionItemsItem', 'postCustomersCustomerSubscriptionsSubscriptionExposedId']],
] as const;

const ec2 = [
  ['launch a new virtual machine', ['getRunInstances', 'postRunInstances']],
  ['shut down a server but keep its disk', ['getStopInstances', 'postStopInstances']],
  ['delete a server for good', ['getTerminateInstances', 'postTerminateInstances']],
  ['open port 443 to the internet', ['getAuthorizeSecurityGroupIngress', 'postAuthorizeSecurityGroupIngress']],
  ['back up a disk', ['getCreateSnapshot', 'postCreateSnapshot', 'getCreateSnapshots', 'postCreateSnapshots']],
  ['make a volume bigger', ['getModifyVolume', 'postModifyVolume']],
  ['get a fixed public IP address', ['getAllocateAddress', 'postAllocateAddress']],
  ['which instances are running', ['getDescribeInstances', 'postDescribeInstances', 'getDescribeInstanceStatus', 'postDescribeInstanceStatus']],
  ['what did spot machines cost over the last days', ['getDescribeSpotPriceHistory', 'postDescribeSpotPriceHistory']],
  ['connect two private networks with each other', ['getCreateVpcPeeringConnection', 'postCreateVpcPeeringConnection']],
  ['what did a server print while booting', ['getGetConsoleOutput', 'postGetConsoleOutput']],
  ['administrator password of a windows machine', ['getGetPasswordData', 'postGetPasswordData']],
] as const;

const autotask = [
  ['open a new ticket', ['ticketsCreateEntity']],
  ['log two hours of work', ['timeEntriesCreateEntity']],
  ['find all tickets of a client', ['ticketsQuery', 'ticketsUrlParameterQuery']],
  ['add a comment to a ticket', ['ticketNotesChildCreateEntity']],
  ['look up the phone number of a contact', ['contactsQuery', 'contactsUrlParameterQuery', 'contactsQueryItem', 'companyContactsChildQuery', 'companyContactsChildQueryItem']],
  ['deals in the sales pipeline', ['opportunitiesQuery', 'opportunitiesUrlParameterQuery']],
  ['how many tickets are there', ['ticketsQueryCount', 'ticketsUrlParameterQueryCount']],
  ['who asked for vacation', ['timeOffRequestsQuery', 'timeOffRequestsUrlParameterQuery', 'timeOffRequestsChildQuery']],
  ['add a new client company', ['companiesCreateEntity']],
  ['search invoices', ['invoicesQuery', 'invoicesUrlParameterQuery']],
  ['what changed on a ticket over time', ['ticketHistoryQuery', 'ticketHistoryUrlParameterQuery', 'ticketHistoryQueryItem']],
  ['remove a public holiday', ['holidaysChildDeleteEntity']],
] as const;

const graph = [
  ['send an email', [/^(me|usersUser)SendMail$/, /^(me|usersUser).*MessageSend$/]],
  ['show my inbox', [/^(me|users)(MailFolders)?ListMessages$/]],
  ['who is my boss', ['meGetManager', 'usersGetManager']],
  ['put a meeting into my calendar', [/^(me|users)(Calendar|Calendars|CalendarGroupsCalendars)?CreateEvents$/]],
  ['find a time when everybody is free to meet', [/^(me|usersUser)FindMeetingTimes$/, /^(me|usersUser).*CalendarGetSchedule$/]],
  ['write something in a teams channel', [/^(teams|groupsTeam|meJoinedTeams|usersJoinedTeams)(Channels|PrimaryChannel)CreateMessages$/]],
  ['list all employees', ['usersUserListUser']],
  ['who belongs to this group', ['groupsListMembers', 'groupsListRefMembers']],
  ['wipe a lost phone', [/ManagedDeviceWipe$/]],
  ['invite a guest from another company', ['invitationsInvitationCreateInvitation']],
  ['when did people sign in', ['auditLogsListSignIns']],
  ['decline a meeting', [/^(me|users).*EventDecline$/]],
] as const;

const of = (api: Question['api'], list: readonly (readonly [string, readonly (string | RegExp)[]])[]): Question[] =>
  list.map(([words, right]) => ({ api, words, right: [...right] }));

export const QUESTIONS: Question[] = [
  ...of('github', github),
  ...of('stripe', stripe),
  ...of('ec2', ec2),
  ...of('autotask', autotask),
  ...of('graph', graph),
];
