const PATIENCE_MS = 30_000;

/** @throws where the server, or whoever stands between, does not answer with the file. */
export async function read<Answer>(address: string): Promise<Answer> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const response = await answered(address, { cache: "no-cache", signal });
  return await response.json();
}

/** @throws where nothing answers, or not as it was asked. */
export async function answered(address: string, asked: RequestInit): Promise<Response> {
  const response = await fetch(address, asked);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}
