import { PROVIDER_TITLES, readBaseUrl, type Endpoint, type Provider } from './endpoint';
import { modelTitle } from './model-title';
import { priceOf } from './prices';

/** A model that a person connected in settings. Its key is stored apart, encrypted, and handed over only to be used. */
export type SavedModel = {
  id: string;
  provider: Provider;
  label?: string;
  baseUrl?: string;
  model: string;
};

/** The id under which a saved model is picked. */
export function savedChoiceId(id: string): string {
  return `saved:${id}`;
}

export function savedEndpoint(saved: SavedModel): Endpoint {
  const { provider, model } = saved;
  return {
    choice: {
      id: savedChoiceId(saved.id),
      label: saved.label || `${modelTitle(model)} (${PROVIDER_TITLES[provider]})`,
      provider,
      source: 'settings',
      ...priceOf(model),
    },
    provider,
    model,
    baseUrl: readBaseUrl(provider, saved.baseUrl),
    keyFrom: { savedId: saved.id },
  };
}
