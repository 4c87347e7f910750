package dev.pgduo.replay.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    /** Servers, then the variant of each; a variant of dots needs no branch. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9.6 10 11 12 13 | aaabb | a: pg < 12; b: else",
                "9.6 10 11 12 13 | ..abb | a: pg == 11; b: pg >= 12",
                "9.6 10 11 12 13 | ...bb | b: pg >= 12",
                "9.6 10 11 12 13 | aaa.. | a: pg < 12",
                "9.6 10 11 12 13 | .aaa. | a: pg in 10-12",
                "9.6 10 11 12 13 | abbcc | a: pg < 10; b: pg < 12; c: else",
                "9.6 10 11 12 13 | aa.bb | a: pg < 11; b: pg >= 12",
                "9.6 10 11 12 13 | abbba | b: pg in 10-12; a: else",
                "9.6 10 11 12 13 | ababa | b: pg in 10,12; a: else",
                "9.6 10 11 12 13 | .b.b. | b: pg in 10,12",
                "12 15 18 | abb | a: pg < 15; b: else",
                "15.4 15.20 16 | abb | a: pg < 15.20; b: else"
            })
    void areShort(String servers, String variants, String branches) {
        List<Integer> indexes =
                variants.chars().map(c -> c == '.' ? 9 : c - 'a').boxed().toList();
        Conditions conditions = new Conditions(List.of(servers.split(" ")), indexes, silent(variants));
        assertThat(conditions.branches().stream()
                        .map(branch -> (char) ('a' + branch.variant()) + ": "
                                + (branch.condition().isEmpty() ? "else" : branch.condition()))
                        .collect(Collectors.joining("; ")))
                .isEqualTo(branches);
    }

    @Test
    void namesTheVersionThatIsKnown() {
        List<String> borders = List.of("12", "14", "16");
        Conditions twice = new Conditions(List.of("12", "15", "18"), List.of(0, 1, 2), Set.of(), borders);
        assertThat(twice.branches().stream().map(Branch::condition)).containsExactly("pg < 14", "pg < 16", "");
        Conditions newer = new Conditions(List.of("12", "15"), List.of(9, 0), Set.of(9), List.of("12", "14"));
        assertThat(newer.branches().stream().map(Branch::condition)).containsExactly("pg >= 14");
    }

    private static Set<Integer> silent(String variants) {
        return variants.contains(".") ? Set.of(9) : Set.of();
    }
}
