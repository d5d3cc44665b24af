import type { Request } from 'express';
import type { Origin } from '../models/change.js';
import { deviceName } from './device.js';
import { plainAddress } from './network.js';

/** From where a request came: the address behind the trusted proxies, and the device as its browser names it. */
export function originOf(req: Request): Origin {
  const device = deviceName(req.get('User-Agent') ?? '');
  return { address: plainAddress(req.ip ?? ''), ...(device !== undefined && { device }) };
}
