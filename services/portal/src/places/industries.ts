/** Divisions of manufacturing (GB/T 4754): the industries that quality infrastructure serves most, code · Chinese · English. */
const table = `
13 农副食品加工 Processing of farm produce
14 食品制造 Food
15 酒、饮料和精制茶 Drinks and tea
17 纺织 Textiles
18 服装服饰 Clothing
19 皮革、毛皮、羽毛和制鞋 Leather, fur and footwear
20 木材加工 Wood
21 家具 Furniture
22 造纸和纸制品 Paper
23 印刷 Printing
24 文教、工美、体育和娱乐用品 Toys, sports goods and crafts
25 石油、煤炭加工 Petroleum and coal
26 化学原料和化学制品 Chemicals
27 医药 Medicines
28 化学纤维 Man-made fibres
29 橡胶和塑料制品 Rubber and plastics
30 非金属矿物制品 Glass, ceramics and cement
31 黑色金属冶炼和压延 Iron and steel
32 有色金属冶炼和压延 Non-ferrous metals
33 金属制品 Metal products
34 通用设备 General machinery
35 专用设备 Special machinery
36 汽车 Motor vehicles
37 铁路、船舶、航空航天和其他运输设备 Other transport equipment
38 电气机械和器材 Electrical equipment
39 计算机、通信和其他电子设备 Electronics
40 仪器仪表 Instruments
41 其他制造业 Other manufacturing`;

export const industries = table
  .trim()
  .split('\n')
  .map((line) => {
    const [, code = '', zh = '', en = ''] = /^(\d\d) (\S+) (.+)$/.exec(line) ?? [];
    return { code, zh, en };
  });
