package dev.pgduo.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VolatileClassTest {
    @ParameterizedTest
    @CsvSource({
        "pid,12,99,true",
        "pid,12,0,false",
        "xid,740,0,false",
        "xid,0,0,true",
        "port,5432,6000,true",
        "port,-1,-1,true",
        "port,-1,5432,false",
        "port,5432,-1,false",
        "path,/tmp/a/x,/tmp/b/x,true",
        "path,/usr/lib/bin/x,/opt/pg/bin/y,false",
        "path,/srv/a/x,/srv/b/x,false",
        "path,/tmp/a/x,/srv/b/x,false",
        "size,1 MB,7553 kB,true",
        "size,0,12,false",
        "size,-5,5,false",
        "line,12,13,true",
        "dots,...,....,true",
        "dots,..,...,false",
    })
    void whatMayStandForWhat(String kind, String recorded, String came, boolean may) {
        assertThat(VolatileClass.named(kind).orElseThrow().mayReplace(recorded, came))
                .isEqualTo(may);
    }

    @ParameterizedTest
    @EnumSource
    void aHeaderNamesThem(VolatileClass kind) {
        assertThat(VolatileClass.named(kind.label())).contains(kind);
    }

    @Test
    void anotherNameIsNone() {
        assertThat(VolatileClass.named("PID")).isEmpty();
        assertThat(VolatileClass.named("")).isEmpty();
    }
}
