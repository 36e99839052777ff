/** Areas of Zhejiang (GB/T 2260), the pilot's province: a city a line with its counties, code · Chinese · English. */
const table = `
330100 杭州 Hangzhou: 330102 上城 Shangcheng, 330105 拱墅 Gongshu, 330106 西湖 Xihu, 330108 滨江 Binjiang, 330109 萧山 Xiaoshan, 330110 余杭 Yuhang, 330111 富阳 Fuyang, 330112 临安 Lin’an, 330113 临平 Linping, 330114 钱塘 Qiantang, 330122 桐庐 Tonglu, 330127 淳安 Chun’an, 330182 建德 Jiande
330200 宁波 Ningbo: 330203 海曙 Haishu, 330205 江北 Jiangbei, 330206 北仑 Beilun, 330211 镇海 Zhenhai, 330212 鄞州 Yinzhou, 330213 奉化 Fenghua, 330225 象山 Xiangshan, 330226 宁海 Ninghai, 330281 余姚 Yuyao, 330282 慈溪 Cixi
330300 温州 Wenzhou: 330302 鹿城 Lucheng, 330303 龙湾 Longwan, 330304 瓯海 Ouhai, 330305 洞头 Dongtou, 330324 永嘉 Yongjia, 330326 平阳 Pingyang, 330327 苍南 Cangnan, 330328 文成 Wencheng, 330329 泰顺 Taishun, 330381 瑞安 Rui’an, 330382 乐清 Yueqing, 330383 龙港 Longgang
330400 嘉兴 Jiaxing: 330402 南湖 Nanhu, 330411 秀洲 Xiuzhou, 330421 嘉善 Jiashan, 330424 海盐 Haiyan, 330481 海宁 Haining, 330482 平湖 Pinghu, 330483 桐乡 Tongxiang
330500 湖州 Huzhou: 330502 吴兴 Wuxing, 330503 南浔 Nanxun, 330521 德清 Deqing, 330522 长兴 Changxing, 330523 安吉 Anji
330600 绍兴 Shaoxing: 330602 越城 Yuecheng, 330603 柯桥 Keqiao, 330604 上虞 Shangyu, 330624 新昌 Xinchang, 330681 诸暨 Zhuji, 330683 嵊州 Shengzhou
330700 金华 Jinhua: 330702 婺城 Wucheng, 330703 金东 Jindong, 330723 武义 Wuyi, 330726 浦江 Pujiang, 330727 磐安 Pan’an, 330781 兰溪 Lanxi, 330782 义乌 Yiwu, 330783 东阳 Dongyang, 330784 永康 Yongkang
330800 衢州 Quzhou: 330802 柯城 Kecheng, 330803 衢江 Qujiang, 330822 常山 Changshan, 330824 开化 Kaihua, 330825 龙游 Longyou, 330881 江山 Jiangshan
330900 舟山 Zhoushan: 330902 定海 Dinghai, 330903 普陀 Putuo, 330921 岱山 Daishan, 330922 嵊泗 Shengsi
331000 台州 Taizhou: 331002 椒江 Jiaojiang, 331003 黄岩 Huangyan, 331004 路桥 Luqiao, 331022 三门 Sanmen, 331023 天台 Tiantai, 331024 仙居 Xianju, 331081 温岭 Wenling, 331082 临海 Linhai, 331083 玉环 Yuhuan
331100 丽水 Lishui: 331102 莲都 Liandu, 331121 青田 Qingtian, 331122 缙云 Jinyun, 331123 遂昌 Suichang, 331124 松阳 Songyang, 331125 云和 Yunhe, 331126 庆元 Qingyuan, 331127 景宁 Jingning, 331181 龙泉 Longquan`;

export interface Area {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}
export interface City extends Area {
  readonly counties: readonly Area[];
}

const areaOf = (text: string): Area => {
  const [code = '', zh = '', en = ''] = text.trim().split(' ');
  return { code, zh, en };
};

export const cities: readonly City[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [city = '', counties = ''] = line.split(':');
    return { ...areaOf(city), counties: counties.split(',').map(areaOf) };
  });
