package dev.pgduo.lab.os;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What counts as a match of a person's regular expression. */
class GuardedRegexTest {
    @Test
    void aMatchCountsWhateverItsGroupsAre() {
        GuardedRegex regex = new GuardedRegex("not properly shut down|redo (starts|done)", 0);

        assertThat(regex.finds("LOG:  database system was not properly shut down"))
                .isTrue();
        assertThat(regex.finds("LOG:  redo starts at 0/3000028")).isTrue();
        assertThat(regex.finds("LOG:  redo is not required")).isFalse();
    }

    @Test
    void theFirstGroupIsFoundWhenItTookPart() {
        GuardedRegex regex = new GuardedRegex("not properly shut down|redo (starts|done)", 0);

        assertThat(regex.find("LOG:  redo done at 0/3000028")).contains("done");
        assertThat(regex.find("LOG:  database system was not properly shut down"))
                .isEmpty();
    }
}
