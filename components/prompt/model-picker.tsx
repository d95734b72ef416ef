'use client';

import { CheckIcon, ChevronDownIcon } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import type { ModelChoice } from '@/lib/model/choices';

const GROUPS: Record<ModelChoice['source'], string> = {
  'built-in': 'On this machine',
  local: 'Found on this machine',
  environment: 'From the environment',
  settings: 'From settings',
};

/** Which model writes the next reply. */
export function ModelPicker(props: { models: ModelChoice[]; value: string; onChange(id: string): void; disabled?: boolean }) {
  const chosen = props.models.find((model) => model.id === props.value);
  const sources = Object.keys(GROUPS) as ModelChoice['source'][];
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="sm" disabled={props.disabled} className="min-w-0 shrink text-muted-foreground" aria-label={`Model: ${chosen?.label ?? 'none'}`}>
          <span className="truncate">{chosen?.label ?? 'Choose a model'}</span>
          <ChevronDownIcon className="size-3.5" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="max-w-80">
        {sources.map((source) => (
          <ModelGroup
            key={source}
            title={GROUPS[source]}
            models={props.models.filter((model) => model.source === source)}
            value={props.value}
            onChange={props.onChange}
          />
        ))}
        <DropdownMenuSeparator />
        <DropdownMenuItem asChild>
          <Link href="/settings">Connect a model…</Link>
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function ModelGroup(props: { title: string; models: ModelChoice[]; value: string; onChange(id: string): void }) {
  if (props.models.length === 0) return null;
  return (
    <>
      <DropdownMenuLabel>{props.title}</DropdownMenuLabel>
      {props.models.map((model) => (
        <DropdownMenuItem key={model.id} onSelect={() => props.onChange(model.id)} role="menuitemradio" aria-checked={model.id === props.value}>
          <span className="min-w-0 flex-1 truncate">{model.label}</span>
          {model.writes?.as === 'plan' && <span className="text-xs text-muted-foreground">fills a plan</span>}
          {model.id === props.value && <CheckIcon className="size-4" />}
        </DropdownMenuItem>
      ))}
    </>
  );
}
