package id.warta.importer.news;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BylineTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "Irwan Kamil, Jessi Karin; Irwan Kamil|Jessi Karin",
					"Rangga Putra, Wisma -kabarOto; Rangga Putra|Wisma", "Tim kabar -kabarTravel; Tim kabar",
					"Kabar6.example; Kabar6.example", "Ida Sari , Best Dewi; Ida Sari|Best Dewi",
					"Deutsch (DW) -Sport; Deutsch (DW)", "Siti Nur-Aini; Siti Nur-Aini", "Ana, Ana; Ana" })
	void namesAreDividedByCommasAndTheSectionIsDropped(String byline, String authors) {
		assertThat(Byline.authors(byline)).isEqualTo(List.of(authors.split("\\|")));
	}

	@ParameterizedTest
	@CsvSource({ "''", "' , '" })
	void anEmptyBylineHasNoAuthors(String byline) {
		assertThat(Byline.authors(byline)).isEmpty();
	}

}
