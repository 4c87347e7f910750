package dev.pgduo.shell.pane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullScreenTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "vim x",
                "less",
                "ls -l | less",
                "cd x && /usr/bin/vi y",
                "TERM=xterm top",
                "sudo nano /etc/hosts",
                "watch -n 1 ls",
            })
    void hasTheTerminal(String line) {
        assertThat(FullScreen.isIn(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"echo vim", "ls less", "top -b -n 1", "man ls > file", "lessen", "vim x &", "psql -c 'select 1'"
            })
    void isAnOrdinaryLine(String line) {
        assertThat(FullScreen.isIn(line)).isFalse();
    }
}
