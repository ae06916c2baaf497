/** Who comes to a session, as far as a headcount asks: age bands and groups. Names nobody. */
import type { AgeBand } from '../src/model/attendance.ts';
import type { BilingualText } from '../src/rules/bilingual-text.ts';

export const ageBandTexts: Readonly<Record<AgeBand, BilingualText>> = {
  under18: { vi: 'Dưới 18', en: 'Under 18' },
  to35: { vi: '18–35', en: '18–35' },
  to59: { vi: '36–59', en: '36–59' },
  from60: { vi: '60 trở lên', en: '60 and above' },
};

export interface AudienceGroup {
  /** Append-only: records carry it. */
  readonly id: string;
  readonly label: BilingualText;
}

/** The young first, then wider; officials have their own row since they are asked to begin. */
export const audienceGroups: readonly AudienceGroup[] = [
  { id: 'youth', label: { vi: 'Thanh niên', en: 'Young people' } },
  { id: 'students', label: { vi: 'Học sinh, sinh viên', en: 'Pupils and students' } },
  { id: 'women', label: { vi: 'Hội Phụ nữ', en: "Women's union" } },
  { id: 'farmers', label: { vi: 'Nông dân', en: 'Farmers' } },
  { id: 'elderly', label: { vi: 'Người cao tuổi', en: 'The elderly' } },
  { id: 'veterans', label: { vi: 'Cựu chiến binh, người có công', en: 'Veterans and people with merit' } },
  { id: 'traders', label: { vi: 'Hộ kinh doanh, tiểu thương', en: 'Household businesses and traders' } },
  { id: 'workers', label: { vi: 'Công nhân, người đi làm xa', en: 'Workers and people working away' } },
  { id: 'officials', label: { vi: 'Cán bộ, công chức', en: 'Officials' } },
  { id: 'ethnicMinority', label: { vi: 'Đồng bào dân tộc thiểu số', en: 'Ethnic minorities' } },
  { id: 'poorHousehold', label: { vi: 'Hộ nghèo, cận nghèo', en: 'Poor and near-poor households' } },
  { id: 'disability', label: { vi: 'Người khuyết tật', en: 'People with disabilities' } },
];
