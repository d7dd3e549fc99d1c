package id.warta.embedded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlatformTests {

	@ParameterizedTest
	@CsvSource({ "Linux,amd64,linux-x86_64", "Linux,aarch64,linux-arm_64", "Mac OS X,x86_64,darwin-x86_64",
			"Mac OS X,aarch64,darwin-arm_64", "Windows 11,amd64,windows-x86_64" })
	void isNamedAsTheBinariesAre(String name, String architecture, String platform) {
		assertThat(Platform.of(name, architecture)).hasToString(platform);
		assertThat(getClass().getResource("/postgres-%s.txz".formatted(platform))).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "SunOS,amd64", "Linux,riscv64" })
	void asksForServersOfOnesOwnElsewhere(String name, String architecture) {
		assertThatExceptionOfType(EmbeddedServerException.class).isThrownBy(() -> Platform.of(name, architecture))
			.withMessageContaining(architecture)
			.withMessageContaining("spring.r2dbc.url");
	}

	@Test
	void windowsNeedsARedisOfItsOwn() {
		Binaries binaries = new Binaries(new DataFolder(java.nio.file.Path.of("data")),
				Platform.of("Windows 11", "amd64"));
		assertThatExceptionOfType(EmbeddedServerException.class).isThrownBy(binaries::redis)
			.withMessage(
					"There is no embedded Redis for windows-x86_64: set spring.data.redis.url to a Redis of your own");
	}

}
