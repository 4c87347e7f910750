package dev.pgduo.lab.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import org.junit.jupiter.api.Test;

class SqlTest {
    @Test
    void quotes() {
        assertThat(Sql.set("work_mem", "8MB")).isEqualTo("alter system set work_mem = '8MB';");
        assertThat(Sql.reset("all")).isEqualTo("alter system reset all;");
    }

    @Test
    void givesEachElementOfAList() {
        assertThat(Sql.set("search_path", "\"$user\", public"))
                .isEqualTo("alter system set search_path = '$user', 'public';");
        assertThat(Sql.set("SEARCH_PATH", "\"a,\"\"b\",c")).isEqualTo("alter system set SEARCH_PATH = 'a,\"b', 'c';");
        assertThat(Sql.set("datestyle", "iso, mdy")).isEqualTo("alter system set datestyle = 'iso, mdy';");
        assertThatThrownBy(() -> Sql.set("search_path", " ")).isInstanceOf(LabException.class);
    }

    @Test
    void refusesWhatIsNoName() {
        assertThatThrownBy(() -> Sql.reset("all; drop table t"))
                .hasMessageContaining("invalid configuration parameter");
    }
}
