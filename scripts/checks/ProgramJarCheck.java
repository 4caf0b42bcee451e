import com.github.luben.zstd.Zstd;
import com.ibm.icu.text.IDNA;
import io.netty.channel.epoll.Epoll;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Shows that what was packed into the one jar still works there: the part of ICU that was kept, and native code.
 *
 * <p>Usage: java -cp zonedrift.jar ProgramJarCheck.java
 */
public final class ProgramJarCheck {

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO
            | IDNA.USE_STD3_RULES);

    /** Latin, Japanese, Hebrew, Persian with a joiner, Korean, Sinhala, an emoji; composed and not. */
    private static final Map<String, String> NAMES = Map.of(
            "stra\u00dfe.de", "xn--strae-oqa.de",
            "fa\u00df.de", "xn--fa-hia.de",
            "BU\u0308CHER.example", "xn--bcher-kva.example",
            "\u4f8b\u3048.\u30c6\u30b9\u30c8", "xn--r8jz45g.xn--zckzah",
            "\u05d0\u05d1\u05d2.com", "xn--4dbcd.com",
            "\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.com", "xn--mgba3gch31f060k.com",
            "\ud55c\uae00.kr", "xn--bj0bj06e.kr",
            "\u0dc1\u0dca\u200d\u0dbb\u0dd3.com", "xn--10cl1a0b660p.com",
            "\u2177\u3002example", "viii.example",
            "\ud83d\ude00.ws", "xn--e28h.ws");

    private ProgramJarCheck() {}

    public static void main(String[] args) {
        NAMES.forEach((typed, wire) -> {
            IDNA.Info info = new IDNA.Info();
            String ascii = UTS46.nameToASCII(typed, new StringBuilder(), info).toString();
            demand(ascii.equals(wire) && !info.hasErrors(), typed + " became " + ascii + " " + info.getErrors());
            UTS46.nameToUnicode(ascii, new StringBuilder(), info);
            demand(!info.hasErrors(), ascii + " did not come back: " + info.getErrors());
        });
        for (String wrong : new String[] {"a b.de", "-x-.de", "\u05d01a.com", "xn--zz--x.de"}) {
            IDNA.Info info = new IDNA.Info();
            UTS46.nameToASCII(wrong, new StringBuilder(), info);
            demand(info.hasErrors(), wrong + " was taken for a name");
        }
        byte[] text = "the same bytes".getBytes(StandardCharsets.UTF_8);
        byte[] back = Zstd.decompress(Zstd.compress(text), text.length);
        demand(Arrays.equals(text, back), "zstd gave other bytes back");
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            demand(Epoll.isAvailable(), "native epoll is not available: " + Epoll.unavailabilityCause());
        }
        System.out.println("the jar's ICU, zstd and epoll work");
    }

    private static void demand(boolean truth, String otherwise) {
        if (!truth) {
            throw new AssertionError(otherwise);
        }
    }
}
