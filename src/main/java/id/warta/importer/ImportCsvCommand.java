package id.warta.importer;

import java.nio.file.Path;
import java.util.List;

import id.warta.platform.Command;

import org.springframework.stereotype.Component;

/**
 * {@code import-csv FILE.csv}: imports the corpus of Indonesian news.
 */
@Component
class ImportCsvCommand implements Command {

	private final NewsImport news;

	private final ImportConsole console;

	ImportCsvCommand(NewsImport news, ImportConsole console) {
		this.news = news;
		this.console = console;
	}

	@Override
	public String name() {
		return "import-csv";
	}

	@Override
	public String usage() {
		return "FILE.csv: imports a table of news with the columns sumber, url, judul, author, tanggal_publikasi, isi_berita";
	}

	@Override
	public int run(List<String> arguments) {
		if (arguments.size() != 1 || arguments.get(0).startsWith("--")) {
			return this.console.misused(this);
		}
		Path file = Path.of(arguments.get(0));
		return this.console.run(file, 1, (bytesRead) -> this.news.whole(file, bytesRead));
	}

}
