export interface FileToSend {
  url: string;
  method: 'POST' | 'PUT';
  file: File;
  headers?: Readonly<Record<string, string>>;
  /** From 0 to 1, as the browser hands the bytes over. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/**
 * Sends a file as the request's body, straight from the disk, with its name percent-encoded in
 * `X-File-Name`. Resolves to the JSON answered.
 * @throws Error with a message for the person, or the signal's reason when it was stopped.
 */
export function sendFile({ url, method, file, headers, onProgress, signal }: FileToSend) {
  return new Promise<unknown>((resolve, reject) => {
    // fetch tells nothing about the progress of what it sends.
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name.toWellFormed()));
    for (const [name, value] of Object.entries(headers ?? {})) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(jsonOf(request.responseText));
      else reject(new Error(messageOf(request)));
    };
    request.onerror = () =>
      reject(new Error('The connection broke off. Nothing was taken in; send the file again.'));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function messageOf(request: XMLHttpRequest): string {
  const body = jsonOf(request.responseText);
  if (typeof body === 'object' && body !== null && 'message' in body) return String(body.message);
  const isPlain = request.getResponseHeader('Content-Type')?.startsWith('text/plain');
  if (isPlain && request.responseText) return request.responseText;
  return `The server refused the file (HTTP ${request.status}).`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
