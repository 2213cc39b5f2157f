// What the page of a review asks of the server.
import { api } from '../../api/api';
import type { PositionPage, Review, ReviewMatrix, ReviewPage, ReviewUptake } from '../../api/types';

const query = (name: string, value?: string): string => (value === undefined ? '' : `?${new URLSearchParams({ [name]: value }).toString()}`);

export const server = {
  of: (w: string, instrument: string) => api.read<ReviewPage>(api.at(w, 'reviews') + query('instrument', instrument)),
  one: (w: string, id: string) => api.read<Review>(api.at(w, 'reviews', id)),
  positions: (w: string, id: string) => api.read<PositionPage>(api.at(w, 'reviews', id, 'positions')),
  matrix: (w: string, id: string) => api.read<ReviewMatrix>(api.at(w, 'reviews', id, 'matrix')),
  uptake: (w: string, id: string) => api.read<ReviewUptake>(api.at(w, 'reviews', id, 'uptake')),
  begin: (w: string, instrument: string): string => api.at(w, 'instruments', instrument, 'reviews'),
  path: (w: string, id: string, act: 'positions' | 'decline' | 'extension' | 'closing' | 'report' | 'reminder' | 'matrix.csv'): string => api.at(w, 'reviews', id, act),
};
