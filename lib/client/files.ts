import type { FilePreview, SimpleType } from '../connector/files';
import { ApiError, send } from './api';

export type Corrections = Record<string, Record<string, SimpleType>>;
export type StagedFile = { uploadId: string; preview: FilePreview };
export type AddedFile = { id: string; name: string; tables: { name: string; rows: number }[] };

/** Sends a file to be looked at; nothing is added yet. `onProgress` is told a fraction from 0 to 1. */
export function stageFile(file: File, onProgress: (fraction: number) => void, signal: AbortSignal): Promise<StagedFile> {
  return new Promise((resolve, reject) => {
    // fetch can't tell how much has gone out; XMLHttpRequest can.
    const request = new XMLHttpRequest();
    request.open('POST', `/api/files?name=${encodeURIComponent(file.name)}`);
    request.responseType = 'json';
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      if (request.status < 300) return resolve(request.response as StagedFile);
      const said = request.response as { message?: string } | null;
      reject(new ApiError(said?.message ?? `The file was not taken (${request.status}).`, request.status));
    };
    request.onerror = () => reject(new ApiError('The app can’t be reached right now. The file was not taken.', 0));
    request.onabort = () => reject(new DOMException('Aborted', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

/** Adds a staged file with the types as the person corrected them. */
export function addFile(uploadId: string, types: Corrections, emptyInvalid: boolean): Promise<AddedFile> {
  return send('POST', `/api/files/uploads/${uploadId}`, { types, emptyInvalid });
}

export function discardUpload(uploadId: string): Promise<void> {
  return send('DELETE', `/api/files/uploads/${uploadId}`);
}

export function removeFile(id: string): Promise<void> {
  return send('DELETE', `/api/files/${id}`);
}
