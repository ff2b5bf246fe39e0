/** Invented answers for looking at the screens without a backend (MOCK=1); never part of the bundle. */
const row = (code: string, label: string, more: object = {}) => ({ code, label, ...more });

const ladder: [string, string, string][] = [
  ["not_started", "Chưa triển khai", "preparing"],
  ["planning", "Lập đề án", "preparing"],
  ["submitted", "Đã trình", "preparing"],
  ["appraised", "Đã thẩm định", "preparing"],
  ["approved", "Đã phê duyệt", "building"],
  ["documenting", "Xây dựng tài liệu", "building"],
  ["documented", "Đã ban hành đủ", "building"],
  ["operating", "Áp dụng", "building"],
  ["reviewed", "Đã ĐGNB, XXLĐ", "audited"],
  ["correcting", "Đang khắc phục", "audited"],
  ["corrected", "Đã khắc phục", "audited"],
  ["applied", "Hồ sơ đề nghị", "audited"],
  ["declared", "Đã công bố", "proven"],
  ["certified", "Đã được cấp GCN", "proven"],
  ["lapsed", "Hết hiệu lực", "trouble"],
  ["withdrawn", "Thu hồi / hủy", "trouble"],
  ["suspended", "Tạm đình chỉ", "trouble"],
  ["closed", "Kết thúc do sắp xếp", "ended"],
];

export const catalogues = {
  stages: ladder.map(([code, label, band], i) =>
    row(code, label, { order: i, band, tone: "plain" }),
  ),
  flags: [
    row("no_data", "Chưa có dữ liệu", { tone: "plain" }),
    row("overdue", "Quá hạn", { tone: "late" }),
    row("transition_due", "Sắp phải chuyển đổi", { tone: "soon" }),
    row("not_maintained", "Chưa duy trì", { tone: "due" }),
    row("inherited", "Thừa kế từ cơ quan tiền thân", { tone: "due" }),
    row("missing_original", "Chờ bản chính", { tone: "due" }),
    row("missing_list", "Theo nguồn, chưa có danh mục", { tone: "due" }),
    row("unconfirmed", "Chưa xác nhận", { tone: "plain" }),
  ],
  tracks: [
    row("state_certificate", "Chứng nhận (QĐ 144/2006)"),
    row("declaration", "Công bố (QĐ 19/2014)"),
    row("voluntary_certificate", "Chứng nhận tự nguyện"),
  ],
  agency_kinds: [
    row("so", "Sở"),
    row("van_phong", "Văn phòng"),
    row("thanh_tra", "Thanh tra"),
    row("ubnd_phuong", "UBND phường"),
    row("ubnd_xa", "UBND xã"),
    row("ubnd_dac_khu", "UBND đặc khu"),
  ],
  document_kinds: [row("CSCL", "Chính sách chất lượng", { level: 1, is_procedure: false })],
  grades: [
    row("major", "Loại 1"),
    row("minor", "Loại 2"),
    row("observation", "Lưu ý, khuyến nghị"),
  ],
  audit_types: [row("stage2", "Giai đoạn 2")],
  roles: [row("coordinator", "Chuyên viên UBND tỉnh, cơ quan thường trực")],
  editions: [
    row("2000", "TCVN ISO 9001:2000", { from: "2000-12-15", to: "2009-11-14" }),
    row("2008", "TCVN ISO 9001:2008", { from: "2009-11-15", to: "2018-09-14" }),
    row("2015", "TCVN ISO 9001:2015", { from: "2018-09-15", to: null }),
  ],
  milestones: [
    { on: "2006-06-20", label: "QĐ 144/2006/QĐ-TTg" },
    { on: "2009-09-07", label: "3370/UBND-MT" },
    { on: "2014-03-05", label: "QĐ 19/2014/QĐ-TTg" },
    { on: "2019-01-21", label: "QĐ 101/QĐ-BKHCN" },
    { on: "2025-07-01", label: "sắp xếp 01/7/2025" },
  ],
};

const stageCounts: Record<string, [number, number, number, number, number]> = {
  // so, van_phong, thanh_tra, phuong, (xa + dac_khu)
  not_started: [0, 0, 0, 4, 4],
  planning: [0, 0, 0, 2, 2],
  submitted: [0, 0, 0, 1, 1],
  approved: [1, 0, 0, 2, 3],
  documenting: [1, 0, 0, 4, 4],
  operating: [1, 0, 0, 3, 3],
  reviewed: [1, 1, 0, 3, 2],
  correcting: [1, 0, 0, 1, 1],
  declared: [4, 0, 1, 8, 4],
  certified: [2, 0, 0, 1, 0],
  lapsed: [1, 0, 0, 1, 0],
};
const kinds = ["so", "van_phong", "thanh_tra", "ubnd_phuong", "ubnd_xa"];
const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
const byKindStage = Object.entries(stageCounts).flatMap(([stage, counts]) =>
  counts
    .map((count, i) => ({
      kind: kinds[i] ?? "",
      stage,
      count,
      no_data: stage === "not_started" ? Math.min(count, i === 3 ? 3 : 2) : 0,
    }))
    .filter((each) => each.count > 0),
);
const maintainedOf = (stage: string, count: number) => {
  if (stage !== "declared" && stage !== "certified") return undefined;
  const no = Math.floor(count / 4);
  return { yes: count - no, no, unknown: 0 };
};
const total = sum(byKindStage.map((each) => each.count));
const byStage = Object.entries(stageCounts).map(([stage, counts]) => ({
  stage,
  count: sum(counts),
}));

export const summary = (asOf: string) => ({
  as_of: asOf,
  illustration: true,
  agencies: {
    in_scope: total,
    outside_scope: 5,
    no_data: 5,
    by_kind: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        sum(byKindStage.filter((e) => e.kind === kind).map((e) => e.count)),
      ]),
    ),
  },
  by_stage: byStage.map((each) => ({ ...each, maintained: maintainedOf(each.stage, each.count) })),
  by_kind_stage: byKindStage.map((each) => ({
    ...each,
    maintained: maintainedOf(each.stage, each.count),
  })),
  by_edition: [{ edition: "2015", count: 40 }],
  rates: [{ code: "approved", numerator: 56, confirmed: 41, implied: 3, denominator: total }],
  findings: { major: 3, minor: 31, observation: 44, open: 41, unverified: 12, undisposed: 6 },
  overdue: { findings: 7, tasks: 4 },
  documents: { planned: 4080, in_force: 2914, agencies_without_list: 9, by_kind: {} },
  proofs: {
    certificates_in_force: 3,
    declarations_in_force: 17,
    agencies_with_proof: 20,
    maintained: { yes: 16, no: 4, unknown: 0 },
    expiring_90_days: 5,
  },
  sentence: {
    proven: 20,
    maintained: 16,
    in_scope: total,
    change: 3,
    change_since: "2026-09-30",
    late: 7,
    no_data: 5,
  },
  data_quality: { flags: 14, fresh_90_days: 61 },
  lists: {},
});

export const trend = () => {
  const days = [
    "2025-12-31",
    "2026-01-31",
    "2026-02-28",
    "2026-03-31",
    "2026-04-30",
    "2026-05-31",
    "2026-06-30",
    "2026-07-31",
    "2026-08-31",
    "2026-09-30",
    "2026-10-31",
    "2026-11-22",
  ];
  return {
    points: days.map((day, i) => {
      const scope = i < 3 ? 27 : total;
      const proven = Math.round((i < 3 ? 9 : 11) + i * 0.8);
      const audited = Math.round(2 + i * 0.6);
      const building = Math.round(i < 3 ? 8 : 13 + i * 0.7);
      const noData = i < 3 ? 3 : Math.max(5, 24 - i * 2);
      const rest = Math.max(0, scope - proven - audited - building - noData - 2);
      return {
        day,
        in_scope: scope,
        no_data: noData,
        by_stage: [
          { stage: "not_started", count: noData },
          { stage: "planning", count: rest },
          { stage: "documenting", count: building },
          { stage: "reviewed", count: audited },
          { stage: "declared", count: proven },
          { stage: "lapsed", count: 2 },
        ],
        documents: { planned: 4080, in_force: 2000 + i * 80 },
        findings: { open: 40 + (i % 4), overdue: [4, 5, 6, 8, 9, 12, 11, 10, 9, 9, 8, 7][i] },
        proofs: {
          ...summary(day).proofs,
          agencies_with_proof: proven,
          maintained: { yes: proven - 4, no: 3, unknown: 1 },
          expiring_90_days: [3, 2, 4, 3, 5, 4, 6, 5, 7, 6, 6, 5][i],
        },
        rates: [
          { code: "approved", numerator: 30 + i * 2, confirmed: 0, implied: 0, denominator: scope },
        ],
      };
    }),
  };
};

const names: [string, string, string][] = [
  ["SNV-2025", "Sở Nội vụ", "so"],
  ["STP", "Sở Tư pháp", "so"],
  ["SCT", "Sở Công Thương", "so"],
  ["SKHCN", "Sở Khoa học và Công nghệ", "so"],
  ["VPUB", "Văn phòng Ủy ban nhân dân tỉnh", "van_phong"],
  ["TTT", "Thanh tra tỉnh", "thanh_tra"],
  ...[
    "Hồng Gai",
    "Hạ Long",
    "Bãi Cháy",
    "Mạo Khê",
    "Uông Bí",
    "Cẩm Phả",
    "Mông Dương",
    "Quảng Yên",
    "Đông Triều",
  ].map((name, i): [string, string, string] => [`P-${i}`, `UBND phường ${name}`, "ubnd_phuong"]),
  ...["Quảng La", "Thống Nhất", "Hải Hòa", "Tiên Yên", "Bình Liêu"].map(
    (name, i): [string, string, string] => [`X-${i}`, `UBND xã ${name}`, "ubnd_xa"],
  ),
  ["DK-1", "UBND đặc khu Vân Đồn", "ubnd_dac_khu"],
];
export const agencies = names.map(([code, name, kind]) => ({ code, name, kind }));
const stagesInUse = [
  "certified",
  "declared",
  "correcting",
  "reviewed",
  "declared",
  "operating",
  "documenting",
  "approved",
  "not_started",
  "lapsed",
];

export const agencyRows = agencies.map((agency, i) => {
  const stage = stagesInUse[i % stagesInUse.length] ?? "declared";
  const none = stage === "not_started";
  return {
    agency,
    in_scope: true,
    stage,
    stage_since: none ? null : `2026-0${(i % 9) + 1}-1${i % 9}`,
    days_in_stage: none ? null : 20 + i * 17,
    edition: none ? null : "2015",
    track: none ? null : i % 5 ? "declaration" : "voluntary_certificate",
    flags: none
      ? ["no_data"]
      : i % 4 === 0
        ? ["overdue", "unconfirmed"]
        : i % 3 === 0
          ? ["missing_original"]
          : [],
    maintained: i % 4 === 1 ? "no" : "yes",
    documents: none ? { planned: null, in_force: null } : { planned: 60 + i, in_force: 40 + i },
    findings: none
      ? null
      : {
          major: 0,
          minor: 3,
          observation: 2,
          open: i % 6,
          unverified: 1,
          undisposed: 0,
          overdue: i % 4 === 0 ? 2 : 0,
        },
    next_deadline: none ? null : { on: "2026-12-15", what: "đánh giá nội bộ" },
  };
});

export const deadlines = [
  {
    agency: agencies[15],
    what: "ban hành tài liệu",
    due_on: "2026-10-07",
    days: 46,
    why: "chờ kiện toàn Ban chỉ đạo",
    responsible: "Thư ký ISO",
    unanswered: 2,
  },
  {
    agency: agencies[9],
    what: "đánh giá nội bộ",
    due_on: "2026-10-22",
    days: 31,
    why: null,
    responsible: "Lãnh đạo UBND",
    unanswered: 0,
  },
  {
    agency: agencies[2],
    what: "khắc phục NC-02",
    due_on: "2026-11-15",
    days: 7,
    why: null,
    responsible: "Phòng Quản lý công nghiệp",
    unanswered: 0,
  },
  {
    agency: agencies[12],
    what: "trả lời văn bản 1204/UBND-KGVX",
    due_on: "2026-11-18",
    days: 4,
    why: null,
    responsible: "Văn phòng",
    unanswered: 1,
  },
];
export const changes = [
  {
    on: "2026-11-20",
    recorded_at: "2026-11-20T09:00:00+07:00",
    agency: agencies[6],
    text: "công bố HTQLCL phù hợp TCVN ISO 9001:2015",
    number: "03/CB-UBND",
    tone: "good",
  },
  {
    on: "2026-11-18",
    recorded_at: "2026-11-18T09:00:00+07:00",
    agency: agencies[1],
    text: "được phê duyệt kế hoạch năm 2027",
    number: "1204/QĐ-STP",
    tone: "good",
  },
  {
    on: "2026-11-15",
    recorded_at: "2026-11-21T09:00:00+07:00",
    agency: agencies[2],
    text: "có 2 điểm loại 2 quá hạn khắc phục",
    number: null,
    tone: "late",
    late: true,
  },
];

export const journey = [
  ["planning", "2007-07-06", null, "2007-07-06"],
  ["submitted", null, null, null],
  ["appraised", null, null, null],
  ["approved", "2008-06-20", "1985/QĐ-UBND", null],
  ["documenting", null, null, null],
  ["documented", null, null, null],
  ["operating", null, null, null],
  ["reviewed", null, null, null],
  ["correcting", "2009-12-31", "QUACERT", null],
  ["corrected", "2010-02-03", null, null],
  ["applied", null, null, "2010-02-28"],
  ["certified", null, null, "2010-06-30"],
].map(([stage, reached_on, number, planned_on]) => ({
  stage,
  reached_on,
  number,
  planned_on,
  missing:
    stage === "applied"
      ? [
          {
            code: "finding.unverified",
            message: "Còn 6 điểm không phù hợp loại 2 chưa được tổ chức chứng nhận xác nhận",
          },
          { code: "application.not_sent", message: "Hồ sơ đề nghị đang được lập, chưa gửi" },
        ]
      : [],
}));

export const rollouts = (code: string, asOf: string) => [
  {
    id: 2,
    agency: agencies.find((a) => a.code === code) ?? agencies[0],
    edition: "2008",
    track: "state_certificate",
    cycle: 1,
    opened_on: "2007-07-06",
    stage: "corrected",
    stage_since: "2010-02-03",
    flags: ["missing_list", "unconfirmed"],
    as_of: asOf,
    row_version: 3,
    next_acts: [],
  },
];
