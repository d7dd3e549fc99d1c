package id.warta.embedded.demo;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DatelineTests {

	/** Sunday in Jakarta, still Saturday in Greenwich. */
	private final Dateline dateline = new Dateline(Instant.parse("2025-08-02T18:00:00Z"), ZoneId.of("Asia/Jakarta"));

	@Test
	void daysAreWrittenAsInANewspaper() {
		assertThat(this.dateline.in("kata Sutopo, {hari}.")).isEqualTo("kata Sutopo, Minggu (3/8).");
	}

	@Test
	void daysBeforeAndAfterAreCounted() {
		assertThat(this.dateline.in("{hari-2} sampai {tanggal+30}")).isEqualTo("Jumat (1/8) sampai 2 September");
	}

	@Test
	void otherTextStaysAsItIs() {
		assertThat(this.dateline.in("Rp 1.000 {lain} $1")).isEqualTo("Rp 1.000 {lain} $1");
	}

}
