package dev.pgduo.lab.fault.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A primary_conninfo that leads to port 9. */
class ThroughLinkTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            user=postgres host=127.0.0.1 port=5432 application_name=b | user=postgres host=127.0.0.1 port=9 application_name=b
            host=localhost port = '5432' user=u                       | host=localhost port=9 user=u
            host=127.0.0.1 user=u                                     | host=127.0.0.1 user=u port=9
            user=u port=5432                                          | user=u port=9 host=127.0.0.1
            host='/var/run/x y' port=5432 password='a\\'b'            | host=127.0.0.1 port=9 password='a\\'b'
            host=db.example hostaddr=10.0.0.7 port=5432               | host=db.example hostaddr=127.0.0.1 port=9
            host=db.example port=5432                                 | host=127.0.0.1 port=9
            """)
    void onlyThePortChangesWhereTheHostIsThis(String before, String through) {
        assertThat(ThroughLink.conninfo(before, 9)).isEqualTo(through);
    }

    @Test
    void aUriIsAnError() {
        assertThatThrownBy(() -> ThroughLink.conninfo("postgresql://postgres@127.0.0.1:5432/", 9))
                .hasMessageContaining("primary_conninfo is a URI");
    }

    @Test
    void whatCannotBeReadIsAnError() {
        assertThatThrownBy(() -> ThroughLink.conninfo("host=a color=red", 9))
                .hasMessageContaining("could not read primary_conninfo: ");
    }
}
