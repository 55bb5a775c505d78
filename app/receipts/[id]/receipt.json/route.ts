import { environment } from '@/app/_server/environment';
import { route } from '@/app/_server/route';
import { receiptDocument } from '../../receipt-document';
import { jsonFile, receiptOf } from '../receipt-of';

export const GET = route<RouteContext<'/receipts/[id]/receipt.json'>>(
  'register:read',
  async (_request, actor, { params }) => {
    const receipt = await receiptOf(actor, params);
    const name = receipt.fileName.replace(/\.csv$/, '.receipt.json');
    return jsonFile(name, 'application/json', receiptDocument(receipt, environment('BASE_URL')));
  },
);
