package dev.pgduo.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellInputTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# it's a comment",
                "ls # it's",
                "echo a#b' c'",
                "sed -i s/#\\(\\w\\+\\s\\+replication\\)/\\1/ /x/pg_hba.conf",
                "bash -c \"echo primary_slot_name = \\\\'\\'slot_a\\\\'\\' >> /x/recovery.conf\"",
                "for i in 1 2; do echo $i; done",
                "for i in 1 2\ndo\n  echo done\ndone",
                "if true; then echo fi; fi",
                "if a; then\n b\nelif c; then d; else\n e\nfi",
                "while read x; do echo $x; done < file",
                "case $x in\n a) echo a;;\n (b) echo b;;\nesac",
                "f() { echo a; }",
                "f()\n{\n echo a\n}",
                "cat > f <<EOF\nit's\nEOF",
                "cat > f <<-'E F' | wc\n\tx\n\tE F",
                "cat <<A <<B\na\nA\nb\nB",
                "cat <<< word",
                "echo $((1 << 2)) $(echo $(echo ')')) `echo x`",
                "(( x = 1 << 2 ))",
                "echo ${x:-'}'} ${y#*/}",
                "echo a |\n wc",
                "true &&\n false",
                "echo a \\\n b",
                "echo \"a\nb\"",
                "echo for if case {",
                "x=1 y=2 ls",
                "sleep 1 &",
                "done",
                ")",
                "[ -f x ] && { echo a; }",
                "time ls",
                "! ls",
            })
    void isFinished(String text) {
        assertThat(ShellInput.complete(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo 'a",
                "echo \"a",
                "echo a \\",
                "echo \"$(ls\"",
                "echo $(ls",
                "echo `ls",
                "echo ${x",
                "for i in 1 2",
                "for i in 1 2; do echo $i;",
                "x=1; while true; do",
                "if true; then echo a",
                "case $x in a) echo",
                "f()",
                "f() {",
                "(ls",
                "{ ls",
                "cat <<EOF",
                "cat <<EOF\nx\n EOF",
                "cat <<-EOF\nx\n EOF",
                "cat <<A <<B\na\nA\nb",
                "cat <<EOF && echo \\",
                "echo a |",
                "echo a ||",
                "echo a &&",
                "time if a",
            })
    void waitsForMore(String text) {
        assertThat(ShellInput.complete(text)).isFalse();
    }

    @Test
    void cutsWhatAShellRunsOneByOne() {
        assertThat(ShellInput.cut("a\nfor i in 1\ndo\nb\ndone\ncat <<E\n'\nE\nc"))
                .containsExactly("a", "for i in 1\ndo\nb\ndone", "cat <<E\n'\nE", "c");
        assertThat(ShellInput.cut("a 'b\nc")).containsExactly("a 'b\nc");
    }
}
