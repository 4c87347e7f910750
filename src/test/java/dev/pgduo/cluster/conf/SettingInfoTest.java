package dev.pgduo.cluster.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.report.ErrorReport;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only the kinds; {@link ConfServerIT} compares with a server. */
class SettingInfoTest {
    private static final List<SettingInfo> SETTINGS = List.of(
            new SettingInfo("fsync", "bool", null, null, null, List.of(), "sighup", ""),
            new SettingInfo("work_mem", "integer", "kB", "64", "2147483647", List.of(), "user", ""),
            new SettingInfo("shared_buffers", "integer", "8kB", "16", "1073741823", List.of(), "postmaster", ""),
            new SettingInfo("vacuum_cost_delay", "real", "ms", "0", "100", List.of(), "user", ""),
            new SettingInfo("wal_level", "enum", null, null, null, List.of("minimal", "replica"), "postmaster", ""),
            new SettingInfo("block_size", "integer", null, "8192", "8192", List.of(), "internal", ""),
            new SettingInfo("DateStyle", "string", null, null, null, List.of(), "user", ""),
            new SettingInfo("search_path", "string", null, null, null, List.of(), "user", ""));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fsync|tr|``",
                "fsync|o|parameter \"fsync\" requires a Boolean value",
                "work_mem|1.5MB|``",
                "work_mem|5 kb|invalid value for parameter \"work_mem\": \"5 kb\"",
                "work_mem|63|63 kB is outside the valid range for parameter \"work_mem\" (64 .. 2147483647)",
                "shared_buffers|127kB|``",
                "shared_buffers|100kB|12 8kB is outside the valid range for parameter \"shared_buffers\" (16 .. 1073741823)",
                "vacuum_cost_delay|1s|1000 ms is outside the valid range for parameter \"vacuum_cost_delay\" (0 .. 100)",
                "wal_level|Hot_Standby|``",
                "wal_level|most|invalid value for parameter \"wal_level\": \"most\"",
                "block_size|8192|parameter \"block_size\" cannot be changed",
                "search_path|anything|``"
            })
    void checks(String name, String value, String message) {
        SettingInfo info = setting(name);
        assertThat(info.check(value).map(ErrorReport::message).orElse("")).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({
        "fsync,on,TRUE,true",
        "fsync,on,no,false",
        "fsync,off,of,true",
        "work_mem,1GB,1024MB,true",
        "work_mem,4096,4MB,true",
        "work_mem,0x1000,4MB,true",
        "work_mem,4MB,5MB,false",
        "work_mem,x,4MB,false",
        "shared_buffers,1024,8MB,true",
        "vacuum_cost_delay,1.5,1500us,true",
        "vacuum_cost_delay,1.5,1.6,false",
        "wal_level,archive,replica,true",
        "wal_level,Minimal,replica,false",
        "search_path,a,A,false",
        "DateStyle,'iso, mdy','ISO, MDY',true"
    })
    void comparesValues(String name, String one, String other, boolean same) {
        assertThat(setting(name).same(one, other)).isEqualTo(same);
        assertThat(setting(name).same(other, one)).isEqualTo(same);
    }

    private static SettingInfo setting(String name) {
        return SETTINGS.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }
}
