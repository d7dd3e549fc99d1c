package id.warta;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

class ModularityTests {

	private static final ApplicationModules MODULES = ApplicationModules.of(WartaApplication.class);

	@Test
	void modulesFormNoCyclesAndLeaveEachOthersInsidesAlone() {
		MODULES.verify();
	}

	@Test
	void articlesDependOnThePlatformAndTheEventLogAlone() {
		assertThat(dependencies("article")).isSubsetOf("platform", "eventlog");
	}

	@Test
	void thePlatformDependsOnNobody() {
		assertThat(dependencies("platform")).isEmpty();
	}

	private static String[] dependencies(String name) {
		ApplicationModule module = MODULES.getModuleByName(name).orElseThrow();
		return module.getDirectDependencies(MODULES)
			.uniqueModules()
			.map((dependency) -> dependency.getIdentifier().toString())
			.sorted()
			.toArray(String[]::new);
	}

}
