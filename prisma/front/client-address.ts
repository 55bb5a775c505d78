import { BlockList, isIP } from 'node:net';

/**
 * The proxies whose word on the client's address is taken: addresses or networks, separated by commas.
 * @throws Error that names what is neither.
 */
export function trustedProxies(text: string): BlockList {
  const list = new BlockList();
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (entry === '') continue;
    const [address = '', bits] = entry.split('/');
    const family = familyOf(address);
    const prefix = bits === undefined ? undefined : Number(bits);
    const longest = family === 'ipv4' ? 32 : 128;
    if (!family || (prefix !== undefined && !(/^\d+$/.test(bits ?? '') && prefix <= longest))) {
      throw new Error(
        `TRUSTED_PROXIES holds "${entry}". It should be an address such as 10.0.0.7, or a network such as 10.0.0.0/8.`,
      );
    }
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, prefix, family);
  }
  return list;
}

/**
 * The address of the client: that of the connection, or, where a trusted proxy made it, the last one
 * in X-Forwarded-For that no trusted proxy has. What stands before it anybody may have written.
 */
export function clientAddress(
  connected: string,
  forwardedFor: string | undefined,
  trusted: BlockList,
): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => bare(hop.trim()));
  let address = bare(connected);
  for (let hop = hops.pop(); hop !== undefined && isTrusted(address, trusted); hop = hops.pop()) {
    if (!familyOf(hop)) break;
    address = hop;
  }
  return address;
}

export function isTrusted(address: string, trusted: BlockList): boolean {
  const family = familyOf(bare(address));
  return family !== undefined && trusted.check(bare(address), family);
}

/** IPv4 over an IPv6 socket is written `::ffff:10.0.0.7`. */
function bare(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  return version === 0 ? undefined : version === 4 ? 'ipv4' : 'ipv6';
}
