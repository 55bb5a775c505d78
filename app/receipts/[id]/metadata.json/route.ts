import { route } from '@/app/_server/route';
import { csvwMetadata } from '../../csvw-metadata';
import { jsonFile, receiptOf } from '../receipt-of';

export const GET = route<RouteContext<'/receipts/[id]/metadata.json'>>(
  'register:read',
  async (_request, actor, { params }) => {
    const receipt = await receiptOf(actor, params);
    const name = `${receipt.fileName}-metadata.json`;
    return jsonFile(name, 'application/csvm+json', csvwMetadata(receipt));
  },
);
