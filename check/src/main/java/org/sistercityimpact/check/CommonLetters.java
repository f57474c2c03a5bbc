package org.sistercityimpact.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely each letter is in texts of one language: what tells apart the encodings under which
 * the same bytes are letters. Lists begin with the most frequent.
 */
final class CommonLetters {
  private static final double RARE = -1.5;
  private static final double UNCOMMON = 0.4;

  /**
   * Languages written in Latin letters: those beyond a to z, the second list seldom or elsewhere.
   */
  private static final List<CommonLetters> WESTERN =
      List.of(
          latin("éèàêçôîâûùëïœæÿ", ""),
          latin("üäößéàè", ""),
          latin("áéíóúñüçàèòïª", ""),
          latin("ãçáéíóõâêôàúü", ""),
          latin("àèéìòùîóí", ""),
          latin("åäöæøéüáàôö", "šž"),
          latin("áéíóúöæ", "ðþý"),
          latin("äöüõ", "šž"));

  private static final List<CommonLetters> CENTRAL =
      List.of(
          latin("óąęłżśćńź", ""),
          latin("áíéěščřžýůúťďňó", ""),
          latin("áíéšľčžýúťäôňĺŕóď", ""),
          latin("áéíóöőúüű", ""),
          latin("ăîâșțşţ", ""),
          latin("čšžćđ", ""),
          latin("üäöß", ""));

  private static final List<CommonLetters> TURKISH = List.of(latin("ışğüöçâîi", ""));

  private static final List<CommonLetters> BALTIC =
      List.of(latin("ėšįųžčūąę", ""), latin("āīēšņļķģūžč", ""), latin("äöüõ", "šž"));

  private static final List<CommonLetters> CYRILLIC =
      List.of(
          letters("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
          letters("оаинвіертслкдумпяьзгбчйхїєжцшюфщґ"),
          letters("аоиентрсвдкплямузгъбчщхцжшйюфь"));

  private static final List<CommonLetters> GREEK =
      List.of(letters("αοιετνσςρηκπυμλωάόγίδθέήφχύώβξζψϊϋΐΰ"));

  private static final List<CommonLetters> HEBREW = List.of(letters("יוהלאתרבםמשנעדחפקגןזטצכסךףץ"));

  private static final List<CommonLetters> ARABIC =
      List.of(letters("اليمنرتوبدعسهحقفكةجأطشصىزخضإذغءئثظآؤ"));

  /** Syllables and characters that make most of any text; others of their script are uncommon. */
  private static final List<CommonLetters> KOREAN =
      List.of(
          texts(
              "이다의는에을를가은하고지사한로기리어도나자인대수시정해일그들서있아것부전만여장공동구성문상보주원과학생국민회방신조제연소유경계영무"
                  + "교류산미중선화우거와진오년간되으개안면모라습니까청축제단체행매호환양강북남울광천포김박최물관실내외무역업식발통권마비용출입현재"));

  private static final List<CommonLetters> CHINESE =
      List.of(
          texts(
              "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运友访问城节参团流州京省县"
                  + "這個們來為國時說會對於過發後裡經種當沒動還進樣開從實軍無與長機關點業將兩間並應戰頭體見產話給門東聲員處認條係氣題爾別變總電數報結務場計資統區隊決馬書則聽達強難權設記類據邊張該規術領確傳師觀讓識帶導運訪問節參團縣"));

  private static final List<CommonLetters> JAPANESE =
      List.of(
          texts(
              "日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気小七成期公野協取都和統以機平総加山思家話世受区領多県続進正安設保改数記院女初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向際査勝面委告軍文反元重近千考判認画海参売利組知案道信策集在件団別物側任引使求所次水半品昨論計死官増係感特情投示変打男基私各始島直両朝価式確村提運終挙果西勢減台広容必応演電歳住争談能無再位置企真流格有口過局少放税検藤町常校料沢状工建語球営空職土与急止送援供可役構木割聞身費付施切由説転食比難防補車優夫研収断井何南石足違消境神番規術護展導備宅害配副算視条独宮究育席訪楽起万着乗店想線率農州武声質待試族銀域助労例早張親額環験商葉義伝働形景落担好賀辺造英頭技毎医復仕去味失移個門写課末守若美岡影福量望松佐観整深字夜製音申様財港識注呼達姉妹市都流祭"));

  private final Map<Integer, Double> likely;
  private final double unknown;

  private CommonLetters(Map<Integer, Double> likely, double unknown) {
    this.likely = likely;
    this.unknown = unknown;
  }

  /** The languages that are written in an encoding. */
  static List<CommonLetters> of(Encoding encoding) {
    return switch (encoding) {
      case WINDOWS_1252, ISO_8859_15, MAC_ROMAN, CP850, CP437 -> WESTERN;
      case WINDOWS_1250, ISO_8859_2, CP852 -> CENTRAL;
      case WINDOWS_1254 -> TURKISH;
      case WINDOWS_1257 -> BALTIC;
      case WINDOWS_1251, KOI8_R, KOI8_U, ISO_8859_5, CP866, MAC_CYRILLIC -> CYRILLIC;
      case WINDOWS_1253, ISO_8859_7 -> GREEK;
      case WINDOWS_1255 -> HEBREW;
      case WINDOWS_1256 -> ARABIC;
      case EUC_KR -> KOREAN;
      case GB18030, BIG5 -> CHINESE;
      case SHIFT_JIS, EUC_JP -> JAPANESE;
      case UTF_16LE, UTF_16BE, UTF_8, UTF_32LE -> List.of();
    };
  }

  /** From 1, at home in the language, down to below 0, foreign to it. */
  double likely(int lowerCase) {
    return likely.getOrDefault(lowerCase, unknown);
  }

  private static CommonLetters latin(String home, String seldom) {
    Map<Integer, Double> likely = new HashMap<>();
    seldom.codePoints().forEach(c -> likely.put(c, UNCOMMON));
    home.codePoints().forEach(c -> likely.put(c, 1.0));
    return new CommonLetters(likely, RARE);
  }

  private static CommonLetters letters(String mostFrequentFirst) {
    Map<Integer, Double> likely = new HashMap<>();
    int count = mostFrequentFirst.length();
    for (int i = 0; i < count; i++) {
      likely.putIfAbsent((int) mostFrequentFirst.charAt(i), 1 - 0.8 * i / count);
    }
    return new CommonLetters(likely, RARE);
  }

  private static CommonLetters texts(String common) {
    Map<Integer, Double> likely = new HashMap<>();
    common.codePoints().forEach(c -> likely.put(c, 1.0));
    return new CommonLetters(likely, UNCOMMON);
  }
}
