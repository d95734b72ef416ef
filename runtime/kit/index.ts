/**
 * What generated code finds in the frame without importing it: React, the primitives, the blocks, formatting. Charts,
 * icons and the calendar are late bundles, since they are larger than all of this; useData, useAction and useShared come from
 * the guest, which knows the way out.
 */
import * as accordion from '../../components/ui/accordion';
import * as alert from '../../components/ui/alert';
import * as alertDialog from '../../components/ui/alert-dialog';
import * as avatar from '../../components/ui/avatar';
import * as badge from '../../components/ui/badge';
import * as breadcrumb from '../../components/ui/breadcrumb';
import * as button from '../../components/ui/button';
import * as card from '../../components/ui/card';
import * as checkbox from '../../components/ui/checkbox';
import * as collapsible from '../../components/ui/collapsible';
import * as command from '../../components/ui/command';
import * as contextMenu from '../../components/ui/context-menu';
import * as dialog from '../../components/ui/dialog';
import * as dropdownMenu from '../../components/ui/dropdown-menu';
import * as empty from '../../components/ui/empty';
import * as hoverCard from '../../components/ui/hover-card';
import * as input from '../../components/ui/input';
import * as kbd from '../../components/ui/kbd';
import * as label from '../../components/ui/label';
import * as pagination from '../../components/ui/pagination';
import * as popover from '../../components/ui/popover';
import * as progress from '../../components/ui/progress';
import * as radioGroup from '../../components/ui/radio-group';
import * as scrollArea from '../../components/ui/scroll-area';
import * as select from '../../components/ui/select';
import * as separator from '../../components/ui/separator';
import * as sheet from '../../components/ui/sheet';
import * as skeleton from '../../components/ui/skeleton';
import * as slider from '../../components/ui/slider';
import * as spinner from '../../components/ui/spinner';
import * as switchControl from '../../components/ui/switch';
import * as table from '../../components/ui/table';
import * as tabs from '../../components/ui/tabs';
import * as textarea from '../../components/ui/textarea';
import * as toggle from '../../components/ui/toggle';
import * as toggleGroup from '../../components/ui/toggle-group';
import * as tooltip from '../../components/ui/tooltip';
import { cn } from '../../components/ui/cn';
import { Badge } from './badge';
import { Calendar } from './calendar';
import { DataTable } from './data-table';
import { Failed } from './failed';
import { fmt } from './fmt';
import { Loading } from './loading';
import { Page } from './page';
import { reactNames } from './react-names';
import { Stat } from './stat';

export { setLocale } from './fmt';

/** By name, as lib/program/ambient.ts lists them. */
export const kit: Record<string, unknown> = {
  ...reactNames,
  ...accordion,
  ...alert,
  ...alertDialog,
  ...avatar,
  ...badge,
  ...breadcrumb,
  ...button,
  ...card,
  ...checkbox,
  ...collapsible,
  ...command,
  ...contextMenu,
  ...dialog,
  ...dropdownMenu,
  ...empty,
  ...hoverCard,
  ...input,
  ...kbd,
  ...label,
  ...pagination,
  ...popover,
  ...progress,
  ...radioGroup,
  ...scrollArea,
  ...select,
  ...separator,
  ...sheet,
  ...skeleton,
  ...slider,
  ...spinner,
  ...switchControl,
  ...table,
  ...tabs,
  ...textarea,
  ...toggle,
  ...toggleGroup,
  ...tooltip,
  Badge,
  Calendar,
  Page,
  Stat,
  DataTable,
  Failed,
  Loading,
  cn,
  fmt,
};
