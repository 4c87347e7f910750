package dev.pgduo.shell.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentTest {
    @ParameterizedTest
    @ValueSource(strings = {"x|4MB", "x=4MB", "x|=|4MB", "x=|4MB", "x|=4MB", "x|to|4MB", "x|TO|4MB"})
    void readsEveryForm(String words) {
        assertThat(of(words)).isEqualTo(new Assignment("x", "4MB"));
    }

    @Test
    void keepsTheValue() {
        assertThat(of("search_path|a,|b")).isEqualTo(new Assignment("search_path", "a, b"));
        assertThat(of("primary_conninfo|host=a port=1")).isEqualTo(new Assignment("primary_conninfo", "host=a port=1"));
        assertThat(of("x=a=b")).isEqualTo(new Assignment("x", "a=b"));
        assertThat(of("x=")).isEqualTo(new Assignment("x", ""));
        assertThat(Assignment.of(List.of("x", ""))).isEqualTo(new Assignment("x", ""));
        assertThat(of("x|to")).isEqualTo(new Assignment("x", "to"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "=4", ""})
    void needsBoth(String words) {
        assertThatThrownBy(() -> of(words)).isInstanceOf(LabException.class);
    }

    @Test
    void readsSeveral() {
        assertThat(all("work_mem=8MB", "port=1"))
                .containsExactly(new Assignment("work_mem", "8MB"), new Assignment("port", "1"));
        assertThat(all("work_mem=", "port=1"))
                .containsExactly(new Assignment("work_mem", ""), new Assignment("port", "1"));
    }

    @Test
    void oneValueMayLookLikeSeveralSettings() {
        assertThat(all("primary_conninfo=host=a", "port=1"))
                .containsExactly(new Assignment("primary_conninfo", "host=a port=1"));
        assertThat(all("archive_command=cp", "x=1")).containsExactly(new Assignment("archive_command", "cp x=1"));
        assertThat(all("work_mem", "port=1")).containsExactly(new Assignment("work_mem", "port=1"));
    }

    private static List<Assignment> all(String... words) {
        return Assignment.all(List.of(words), List.of("work_mem", "port", "archive_command")::contains);
    }

    private static Assignment of(String words) {
        return Assignment.of(List.of(words.split("\\|")));
    }
}
