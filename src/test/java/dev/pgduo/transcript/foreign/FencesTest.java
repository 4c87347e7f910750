package dev.pgduo.transcript.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Fences of Markdown that are not indented as the list around them. */
class FencesTest {
    private static List<String> commands(String text) {
        return Steps.of("x.md", text).commands();
    }

    @Test
    void aLineInsideMayBeIndentedLessThanItsItem() {
        String text = """
                1. Ask it:
                   ```bash
                  uname -a
                   ```

                2. Write on the standby:
                   ```sql
                select 2;
                   select 3;
                   ```

                And go on.
                """;
        Steps steps = Steps.of("x.md", text);
        assertThat(steps.commands()).containsExactly("a uname -a", "2 select 2;", "2 select 3;");
        assertThat(steps.imported().lab()).contains("\nAnd go on.");
    }

    @Test
    void theClosingFenceMayBeIndentedOtherwise() {
        String text = """
                - Look:

                  ```sh
                  ls /tmp
                ```

                Then:

                - ```sh
                  ls /srv
                ```
                - and this:

                  ```sh
                  ls /var
                        ```

                Text.
                """;
        Steps steps = Steps.of("x.md", text);
        assertThat(steps.commands()).containsExactly("a ls /tmp", "a ls /srv", "a ls /var");
        assertThat(steps.imported().lab()).contains("\nThen:", "\nText.");
    }

    @Test
    void aFenceMayBeIndentedWithoutAnItem() {
        String text = """
                Some text
                    ```sql
                    select 1;
                    ```
                and more.

                    ```sh
                    ls /tmp
                    ```

                - ```sh
                  ls /srv
                  ```
                """;
        assertThat(commands(text)).containsExactly("1 select 1;", "a ls /tmp", "a ls /srv");
    }

    @Test
    void whatIsRightStaysAsItIs() {
        String text = """
                1. one

                    ```sql
                    select 1;
                    ```
                   ~~~
                   select 2;
                   ```
                   ~~~
                """;
        assertThat(commands(text)).containsExactly("1 select 1;", "1 select 2;");
        assertThat(commands("```sql\nselect 1;\n```sql\nselect 2;\n```\n")).contains("1 select 1;", "1 select 2;");
        assertThat(commands("Code as ```ls -l``` and\n```ls -a```\n\n```\nselect 1;\n```\n"))
                .containsExactly("a ls -a", "1 select 1;");
    }

    @Test
    void theReportHasTheLinesOfTheFile() {
        Steps steps = Steps.of("x.md", "- a\n\n  ```sh\nsudo ls\n  ```\n\nb\n    ```sh\n    vi x\n    ```\n");
        assertThat(steps.imported().report())
                .filteredOn(report -> report.message().startsWith("cannot be played"))
                .extracting(report ->
                        Objects.requireNonNull(report.position(), "a line").line())
                .containsExactly(4, 9);
    }
}
