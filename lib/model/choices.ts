import { environmentEndpoints, type Environment } from './environment';
import { COMPOSER_ENDPOINT, type Endpoint, type ModelChoice } from './endpoint';
import { localEndpoint, type LocalModel } from './local';
import { savedEndpoint, type SavedModel } from './saved';

export type { ModelChoice, Writes } from './endpoint';

/** Where models come from: the environment, what a person saved in settings, servers found on this machine. */
export type ModelSources = {
  env: Environment;
  saved: readonly SavedModel[];
  local: readonly LocalModel[];
};

/** Every model that can be picked, the ones a person configured first, the composer last. */
export function listChoices(sources: ModelSources): ModelChoice[] {
  return listEndpoints(sources).map((endpoint) => endpoint.choice);
}

/** The choices with their addresses, in the same order. Keys aren't among them. */
export function listEndpoints({ env, saved, local }: ModelSources): Endpoint[] {
  const all = [...environmentEndpoints(env), ...saved.map(savedEndpoint), ...local.map(localEndpoint), COMPOSER_ENDPOINT];
  return [...new Map(all.toReversed().map((endpoint) => [endpoint.choice.id, endpoint])).values()].toReversed();
}

/**
 * The model that is used where nobody picked one: the one that `MODEL` names, else the first that somebody configured,
 * else the composer. A server that merely runs on this machine is not used unasked.
 */
export function defaultChoice(choices: readonly ModelChoice[], env: Environment = {}): ModelChoice {
  const named = choices.find(({ id }) => id === env.MODEL);
  return named ?? choices.find(({ source }) => source === 'environment' || source === 'settings') ?? COMPOSER_ENDPOINT.choice;
}
