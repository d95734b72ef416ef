'use client';

import { KeyRoundIcon, LogInIcon, MailIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { DeleteAccount } from './delete-account';
import { notify } from '@/components/shell/notify';
import { useStanding } from '@/components/shell/standing';
import { type OpenSession, renameSelf } from '@/lib/client/people';
import { NameForm } from './name-form';
import { PasswordForm } from './password-form';
import { Part, PeoplePage } from './people-page';
import { Sessions } from './sessions';

export type AccountProps = {
  sessions: OpenSession[];
  /** The one of this browser. */
  sessionId: string;
  hasPassword: boolean;
  /** Where the person has another account that signs them in here, by name. */
  elsewhere: string[];
  /** Whether mail leaves this server. */
  sendsMail: boolean;
};

/** What is about the person alone: name, password, where and how they sign in. */
export function Account({ sessions, sessionId, hasPassword, elsewhere, sendsMail }: AccountProps) {
  const router = useRouter();
  const { person } = useStanding();
  if (!person) return null;
  const rename = async (name: string) => {
    await renameSelf(name);
    notify(`You are called ${name} now.`);
    router.refresh();
  };
  return (
    <PeoplePage title="Account" about={person.email}>
      <Part id="name" title="How others see you">
        <div className="case p-4">
          <NameForm label="Name" name={person.name} action="Rename" autoComplete="name" onSave={rename} />
        </div>
      </Part>
      <Part id="password" title="Password">
        <PasswordForm email={person.email} hasPassword={hasPassword} />
      </Part>
      <Sessions sessions={sessions} ownId={sessionId} />
      <Part id="ways" title="Ways you can sign in">
        <ul className="case divide-y overflow-hidden" aria-labelledby="ways">
          {hasPassword && <Way icon={<KeyRoundIcon />} title="Password" detail={`With ${person.email}`} />}
          {elsewhere.map((name) => (
            <Way key={name} icon={<LogInIcon />} title={name} detail="By your account there" />
          ))}
          <Way icon={<MailIcon />} title="A link by mail" detail={sendsMail ? `Sent to ${person.email} when you ask for one` : 'This server sends no mail: whoever runs it finds the link in its log'} />
        </ul>
      </Part>
      <DeleteAccount />
    </PeoplePage>
  );
}

function Way({ icon, title, detail }: { icon: React.ReactNode; title: string; detail: string }) {
  return (
    <li className="flex items-center gap-3 px-4 py-3 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted-foreground">
      {icon}
      <div className="min-w-0">
        <p className="text-sm font-medium">{title}</p>
        <p className="text-xs break-words text-muted-foreground">{detail}</p>
      </div>
    </li>
  );
}
