declare module "web-push" {
  interface RequestDetails {
    readonly method: "POST";
    readonly endpoint: string;
    readonly headers: Record<string, string | number>;
    readonly body: Buffer;
  }

  const webPush: {
    /** @param expiration in seconds since 1970. */
    getVapidHeaders(
      audience: string,
      subject: string,
      publicKey: string,
      privateKey: string,
      contentEncoding: "aes128gcm",
      expiration: number,
    ): { readonly Authorization: string };
    generateRequestDetails(
      subscription: {
        readonly endpoint: string;
        readonly keys: { readonly p256dh: string; readonly auth: string };
      },
      payload: string,
      options: {
        readonly TTL: number;
        readonly topic: string;
        readonly urgency: "very-low" | "low" | "normal" | "high";
        readonly contentEncoding: "aes128gcm";
        readonly headers: Readonly<Record<string, string>>;
      },
    ): RequestDetails;
  };
  export default webPush;
}
