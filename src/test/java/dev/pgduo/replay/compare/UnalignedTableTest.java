package dev.pgduo.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines with bars are a table only where their number is told below them, and nothing stands right above. */
class UnalignedTableTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "n|t/1|a/(1 row); 3; a",
                "/n|t/1|a/2|b/(2 rows); 4; a",
                "one/two//n|t/1|a/(1 row); 3; a",
                "n|t/(0 rows)/m|u/1|a/(1 row); 5; ",
                "n/(0 rows)/m/1/(1 row); 5; ",
                "n|t/(0 rows); 2; ",
                "SET/n|t/1|a/(1 row); 0; ",
                "n|t/1|a/(2 rows); 0; ",
                "n|t/1|a|b/(1 row); 0; ",
                "n|t/1/(1 row); 0; ",
                "` n|t/1|a/(1 row)`; 0; ",
                "/1|a/(1 row); 0; ",
                "(1 row); 0; ",
            })
    void isRead(String text, int lines, String value) {
        List<TableLine> table = new TableReader(true)
                .read(Comparing.lines(text.replace('/', '\n'))).stream()
                        .flatMap(Optional::stream)
                        .toList();
        assertThat(table).hasSize(lines);
        assertThat(Capture.column("t", Comparing.lines(text.replace('/', '\n'))))
                .isEqualTo(Optional.ofNullable(value));
    }
}
