package dev.pgduo.replay.compare;

import static dev.pgduo.replay.compare.Comparing.compare;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stays true between the volatile values of one output. */
class RelationsTest {
    private static String lines(String word, String values) {
        StringBuilder text = new StringBuilder();
        for (String value : values.split(" ", -1)) {
            text.append(word.replace("*", value)).append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "740 741,900 901,true",
        "740 741,900 900,true",
        "740 741,901 900,false",
        "741 740,901 900,true",
        "741 740,900 901,false",
        "740 740,900 900,true",
        "740 740,900 901,false",
        "740 741 742,900 903 902,false",
        "740 0:741,900 0:901,true",
        "1:5 740,2:5 900,true",
        "1:5 740,900 901,false",
    })
    void transactionsKeepTheirOrder(String recorded, String came, boolean fit) {
        assertThat(compare(lines("xid: *", recorded), lines("xid: *", came)).accepted())
                .isEqualTo(fit);
    }

    /** Of equal locations, which may differ later, each bounds those below and above. */
    @ParameterizedTest
    @CsvSource({
        "0/A000060 0/B000060,0/A500060 0/C000060,true",
        "0/A000060 0/B000060,0/C000060 0/A500060,false",
        "0/F000000 1/1000000,1/1000000 1/2000000,true",
        "0/3000060 0/3000060 0/4000000,0/5000000 0/7000000 0/6000000,false",
        "0/3000060 0/3000060 0/4000000,0/7000000 0/5000000 0/6000000,false",
        "0/3000060 0/3000060 0/4000000,0/7000000 0/5000000 0/7000000,true",
        "0/4000000 0/4000000 0/3000060,0/5000000 0/7000000 0/6000000,false",
        "0/4000000 0/4000000 0/3000060,0/7000000 0/5000000 0/6000000,false",
        "0/4000000 0/4000000 0/3000060,0/7000000 0/5000000 0/5000000,true",
        "0/3000060 0/4000000 0/4000000,0/5000000 0/6000000 0/4800000,false",
        "0/4000000 0/6000000 0/4000000,0/5000000 0/6000000 0/7000000,false",
        "0/4000000 0/6000000 0/5000000,0/4000000 0/6000000 0/5000000,true",
        "0/4000000 0/6000000 0/5000000,0/4000000 0/6000000 0/7000000,false",
        "0/4000000 0/6000000 0/5000000,0/4000000 0/6000000 0/3000000,false",
    })
    void locationsAreNeverReversed(String recorded, String came, boolean fit) {
        assertThat(compare(lines("at *", recorded), lines("at *", came)).accepted())
                .isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource({
        "9 10,2 3,true",
        "9 10,3 3,false",
        "9 10,3 2,false",
        "9 9,3 3,true",
        "9 9,3 4,false",
    })
    void timelinesGoUp(String recorded, String came, boolean fit) {
        assertThat(compare(lines("timeline *", recorded), lines("timeline *", came))
                        .accepted())
                .isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource({"0000000A,2,00000003,true", "00000009,2,00000002,true", "00000009,2,00000003,false"})
    void aHistoryFileIsOfATimeline(String recorded, String timeline, String file, boolean fit) {
        assertThat(compare("timeline 9\n" + recorded + ".history", "timeline " + timeline + "\n" + file + ".history")
                        .accepted())
                .isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource({"12 13 12,7 5 7,true", "12 13 12,7 5 8,false", "12 13 14,7 5 7,false"})
    void aProcessStaysTheSame(String recorded, String came, boolean fit) {
        assertThat(compare(lines("(PID: *)", recorded), lines("(PID: *)", came)).accepted())
                .isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource({"3 4,7 8,true", "3 4,8 7,false", "3 3,7 8,true"})
    void segmentsAreNeverReversed(String recorded, String came, boolean fit) {
        assertThat(compare(lines("00000001000000000000000*", recorded), lines("00000001000000000000000*", came))
                        .accepted())
                .isEqualTo(fit);
    }
}
