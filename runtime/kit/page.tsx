import { Children, type ComponentProps, type ReactNode, useState } from 'react';
import { cn } from '../../components/ui/cn';
import { PageFigures, createFigures } from './figures';
import { shown } from './format';
import { PageTitle } from './page-title';

const WIDTHS = { narrow: 'max-w-2xl', default: 'max-w-6xl', wide: 'max-w-[90rem]', full: 'max-w-none' };

export type PageProps = Omit<ComponentProps<'div'>, 'title'> & {
  title?: ReactNode;
  description?: ReactNode;
  /** Stands to the right of the title, below it where that is narrow. */
  actions?: ReactNode;
  width?: keyof typeof WIDTHS;
};

/**
 * The whole interface. A container, so that what is on it follows the width of its case and not of the window: `@lg:` and
 * the like work inside.
 */
export function Page({ title, description, actions, width = 'default', className, children, ...props }: PageProps) {
  const [figures] = useState(createFigures);
  return (
    <main data-slot="page" className="@container w-full min-w-0">
      <div
        className={cn('mx-auto flex w-full min-w-0 flex-col gap-5 p-4 [&>:is(a,button,span)]:self-start @lg:p-6 @5xl:gap-6 @5xl:p-8', WIDTHS[width] ?? WIDTHS.default, className)}
        {...props}
      >
        {(title || description || actions) && <PageHeader title={title} description={description} actions={actions} />}
        {/* A list even of one: to React an only child isn't the first of several, so what was typed into it would be lost when the second comes. */}
        <PageTitle value={typeof title === 'string' ? title : null}>
          <PageFigures value={figures}>{Children.toArray(children)}</PageFigures>
        </PageTitle>
      </div>
    </main>
  );
}

function PageHeader({ title, description, actions }: Pick<PageProps, 'title' | 'description' | 'actions'>) {
  return (
    <header data-slot="page-header" className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-[1_1_16rem]">
        {title && <h1 className="text-xl leading-7 font-semibold tracking-tight">{shown(title)}</h1>}
        {description && <p className="mt-0.5 max-w-prose text-sm text-pretty text-muted-foreground">{shown(description)}</p>}
      </div>
      {actions && <div className="flex w-full max-w-full min-w-0 flex-wrap items-center gap-2 @lg:w-auto">{shown(actions)}</div>}
    </header>
  );
}
