package id.warta.liveblog;

import java.io.PrintStream;
import java.util.List;

import id.warta.article.Article;
import id.warta.article.ArticleFields;
import id.warta.article.Articles;
import id.warta.platform.Command;
import id.warta.platform.InvalidInputException;
import id.warta.platform.access.Viewer;
import org.jsoup.nodes.Element;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Adds entries to live blogs from the command line.
 */
@Component
class LiveCommand implements Command {

	private final LiveBlogs blogs;

	private final Articles articles;

	LiveCommand(LiveBlogs blogs, Articles articles) {
		this.blogs = blogs;
		this.articles = articles;
	}

	@Override
	public String name() {
		return "live";
	}

	@Override
	public String usage() {
		return "SLUG \"text\" [--title \"headline\"] [--key] | --start | --end: adds an entry to an article's live blog, "
				+ "or starts or ends that";
	}

	@Override
	public int run(List<String> arguments) {
		return run(arguments, System.out, System.err);
	}

	int run(List<String> arguments, PrintStream out, PrintStream err) {
		try {
			out.println(done(LiveArguments.of(arguments)));
			return 0;
		}
		catch (IllegalArgumentException | InvalidInputException ex) {
			err.println(ex.getMessage());
			return 1;
		}
	}

	private String done(LiveArguments arguments) {
		Article article = this.articles.bySlug(arguments.slug(), ArticleFields.CARD).block();
		if (article == null) {
			throw new IllegalArgumentException("There is no article '" + arguments.slug() + "' that readers can see");
		}
		changed(article.id(), arguments).block();
		return switch (arguments.action()) {
			case ADD -> "Added to the live blog: " + article.title();
			case START -> "The live blog has started: " + article.title();
			case END -> "The live blog has ended: " + article.title();
		};
	}

	private Mono<?> changed(long article, LiveArguments arguments) {
		return switch (arguments.action()) {
			case ADD -> this.blogs.addEntry(Viewer.OPERATOR, article, NewEntry.of(entry(arguments)));
			case START -> this.blogs.start(Viewer.OPERATOR, article);
			case END -> this.blogs.end(Viewer.OPERATOR, article);
		};
	}

	private static EntryText entry(LiveArguments arguments) {
		return new EntryText(arguments.title(), new Element("p").text(arguments.text()).outerHtml(), arguments.key());
	}

}
