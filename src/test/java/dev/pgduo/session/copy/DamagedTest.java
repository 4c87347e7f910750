package dev.pgduo.session.copy;

import dev.pgduo.Damage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DamagedTest {
    @Test
    void argumentsOfCopy() {
        Damage.ask(
                List.of(
                        "binary s.\"T t\" (a, \"b\"\"c\") from '/x y/it''s' csv header",
                        "(select E'\\'', ')' from (values (1)) v) TO program 'cat >/dev/null';",
                        "t from stdin with (format csv)"),
                Set.of(CopyLine.Wrong.class),
                text -> {
                    CopyLine.of(text, true);
                    CopyLine.of(text, false);
                });
    }
}
