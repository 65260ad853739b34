"""First names that are one in several languages, with short forms that belong to one name alone; and whose they are.

>>> standard("Фёдор"), standard("Theodor")
('theodore', 'theodore')
>>> sex_of("Варвара"), sex_of("Hester"), sex_of("Kolb")
('f', 'f', None)
"""

from __future__ import annotations

from functools import cache

_MEN = """
Adam Адам
Adolf Adolph Adolphe Адольф
Albert Albrecht Альберт
Aleksei Alexei Alexey Alexis Aleksey Aleksej Алексей Алёша Алеша Alyosha
Alexander Aleksandr Alexandre Aleksander Александр
Alfred Альфред
Ambrose Ambrosius Ambroise Амвросий
Anatole Anatoly Anatolii Anatoli Анатолий
Andrew Andrei Andrey Andreas André Andre Andrej Андрей
Anthony Antony Anton Antoine Антон Антоний
Arkady Arkadii Arkadi Аркадий
Arnold Арнольд
Arthur Artur Артур
August Auguste Augustus Август
Augustine Augustin Августин
Bartholomew Bartholomäus Варфоломей
Basil Vasily Vasili Vasilii Vassily Vassili Wassili Wassily Basile Basilius Василий Вася
Benedict Benedikt Benoît Венедикт Бенедикт
Benjamin Veniamin Вениамин Беньямин Ben
Bernard Bernhard Бернард
Boris Борис
Cecil Цецилий
Charles Karl Carl Carlo Карл Charlie Charley
Christian Христиан Кристиан
Christopher Christoph Christophe Христофор Kit
Clement Clemens Clément Klim Kliment Климент Клим
Conrad Konrad Конрад
Constantine Konstantin Constantin Константин
Cyril Kyrill Kirill Cyrille Кирилл
Daniel Daniil Danila Даниил Данила
David Davyd Давид Davie Davy
Denis Dennis Dionysius Denys Денис
Demetrius Dmitri Dmitry Dmitrii Dimitri Dimitry Dmitrij Дмитрий Митя
Edmund Edmond Эдмунд
Edward Eduard Édouard Edouard Эдуард Ned Ted
Elias Elijah Ilya Ilia Élie Илья
Emil Emile Émile Эмиль
Ephraim Ефрем
Ernest Ernst Эрнест Эрнст
Eugene Eugen Eugène Evgeny Evgenii Yevgeny Jewgeni Евгений
Felix Félix Феликс
Ferdinand Fernand Фердинанд
Francis Franz François Francois Franciscus Франц Франциск Frank
Frederick Frederic Friedrich Frédéric Fredrick Fritz Фридрих Fred
Gabriel Gavriil Gavril Гавриил Гаврила
George Georg Georges Georgy Georgii Georgi Yuri Yury Iurii Jurij Georgij Георгий Юрий Егор Yegor
Gerasim Герасим
Gilbert Гильберт
Gleb Глеб
Godfrey Gottfried Godefroy Готфрид
Gregory Grigory Grigori Grigorii Gregor Grégoire Grigorij Григорий Гриша
Gustav Gustave Gustavus Густав
Hans Johannes Johann John Jean Ivan Iwan Giovanni Иван Иоанн Ваня Ганс Jack Johnny
Harold Гарольд
Henry Heinrich Henri Генрих Анри Harry
Herbert Герберт
Herman Hermann Herrmann Герман
Hubert Губерт
Hugh Hugo Hugues Гуго
Ignatius Ignaty Ignaz Ignace Игнатий
Igor Игорь
Isaac Isaak Исаак Исаак
Isidore Isidor Исидор Сидор
Jacob Jakob James Jacques Iakov Yakov Jakow Яков Иаков Jim Jem
Jeremiah Jeremy Jérémie Иеремия Jerry
Jerome Hieronymus Jérôme Иероним
Joachim Joakim Аким Иоаким
Joel Иоэль
Jonas Jonah Иона
Joseph Josef Iosif Osip Giuseppe Иосиф Осип Joe
Josiah Josias Иосия
Julian Julien Иулиан Юлиан
Julius Jules Юлий
Lawrence Laurence Laurent Lorenz Лаврентий Larry
Leo Lev Leon Léon Lew Lyof Лев Леон
Leonid Леонид
Leopold Леопольд
Lewis Louis Ludwig Ludovic Людвиг Людовик
Lucas Luke Luka Lukas Luc Лука
Makar Макар
Martin Мартын Мартин
Mark Marcus Marc Markus Марк
Matthew Matthias Mathias Matvei Matvey Matthäus Mathieu Матвей Матфей
Maurice Moritz Morris Маврикий Мориц
Max Maxim Maxime Maksim Maximilian Максим Макс
Michael Mikhail Michel Michail Михаил Миша Mike
Moses Moïse Моисей Moisei Moisey
Nathan Натан
Nathaniel Nathanael Нафанаил
Nestor Нестор
Nicholas Nikolai Nikolay Nicolai Nikolaus Nicolas Nikolaj Николай Коля Nick
Nikita Никита
Oleg Олег
Oliver Olivier Оливер
Oscar Oskar Оскар
Otto Отто
Pancras Панкрат
Patrick Patrice Патрик
Paul Pavel Pawel Павел Поль
Peter Pyotr Piotr Petr Pierre Pjotr Пётр Петр Петя
Philip Filipp Philipp Philippe Филипп
Platon Plato Платон
Prokhor Прохор
Ralph Rolf Ральф
Raymond Раймонд
Reginald Рейнольд
Richard Ричард Dick
Robert Роберт Bob Rob
Rodion Родион
Roger Rüdiger Роджер
Rudolf Rudolph Rodolphe Рудольф
Samuel Samuil Самуил Sam
Saul Саул
Sebastian Sébastien Севастьян
Semyon Semen Simeon Simon Семён Семен Симон Симеон
Serge Sergei Sergey Sergius Sergej Сергей Серёжа
Sidney Sydney
Sigmund Siegmund Sigismund Зигмунд Сигизмунд
Silvester Sylvester Сильвестр
Solomon Salomon Salomo Соломон
Stanislas Stanislav Stanislaus Станислав
Stephen Steven Stefan Stephan Stepan Étienne Etienne Степан Стефан
Terence Терентий
Theodore Theodor Fyodor Fedor Feodor Théodore Fjodor Фёдор Федор Феодор
Theophilus Théophile Феофил
Thomas Foma Фома Томас Tom
Timothy Timofei Timotheus Тимофей Tim
Tobias Tobie Тобиас
Valentine Valentin Валентин
Vadim Вадим
Victor Viktor Виктор
Vincent Vinzenz Викентий Винсент
Vitaly Vitalii Виталий
Vladimir Wladimir Володя Владимир
Vsevolod Всеволод
Vyacheslav Viacheslav Вячеслав
Walter Walther Gauthier Вальтер
Wilhelm William Guillaume Вильгельм Вильям Уильям Bill Will Willie
Yaroslav Ярослав
Zachary Zacharias Захар Захария
"""
_WOMEN = """
Abigail Авигея
Adelaide Adelheid Adélaïde Аделаида
Adela Adele Adèle Адель
Agatha Agathe Агафья Агата
Agnes Agnès Агнеса Агния
Alice Алиса
Alexandra Aleksandra Александра
Amelia Amalia Amalie Амалия
Anastasia Anastasiya Анастасия Настя
Angela Angelica Анжела
Anna Anne Ann Annie Анна Аня Hannah
Antonia Antonina Антонина
Barbara Varvara Barbe Варвара Варя Varya
Beatrice Beatrix Béatrice Беатриса
Bertha Berthe Берта
Bridget Brigitte Бригитта
Caroline Carolina Karoline Каролина
Catherine Katharine Katherine Katharina Ekaterina Yekaterina Catharine Екатерина Катерина Катя Kitty Kate
Cecilia Cécile Cäcilie Цецилия
Charlotte Шарлотта
Clara Klara Claire Клара
Constance Constantia Констанция
Daria Darya Дарья
Deborah Debora Дебора
Diana Diane Диана
Dorothy Dorothea Dorothée Доротея Дора
Edith Эдит
Elena Helen Helena Hélène Helene Елена Ellen
Eleanor Leonora Eleonore Éléonore Элеонора
Elizabeth Elisabeth Elisabetta Élisabeth Yelizaveta Елизавета Лиза Lizzy Eliza Betsy Lizzie
Emily Emilie Émilie Emilia Эмилия
Emma Эмма
Esther Hester Ester Есфирь Эсфирь Эстер
Eve Eva Ева
Eudoxia Avdotya Евдокия Авдотья
Eugenia Eugénie Evgenia Евгения
Flora Флора
Frances Franziska Françoise Франциска Fanny
Georgiana Georgina Жоржина
Gertrude Gertrud Гертруда
Grace Gracia
Harriet Henrietta Henriette Генриетта
Hedwig Hedvig Гедвига
Ida Ида
Irene Irina Irène Ирина
Isabel Isabella Isabelle Изабелла
Jane Jeanne Joanna Johanna Joan Жанна Иоанна Janet
Josephine Joséphine Josefine Жозефина
Judith Юдифь
Julia Julie Yulia Юлия
Juliet Juliette Джульетта
Laura Laure Лаура
Louisa Louise Luise Луиза
Lucy Lucie Lucia Люция
Lydia Lidia Lydie Lidiya Лидия
Magdalena Madeleine Magdalene Магдалина
Margaret Margarete Marguerite Margarita Маргарита Peggy
Maria Mary Marie Mariya Мария Марья Маша Marya
Martha Marthe Марфа Марта
Matilda Mathilde Матильда
Miriam Mirjam Мириам
Nadezhda Nadejda Надежда
Natalia Natalie Nathalie Natalya Наталия Наталья Наташа Natasha
Nina Нина
Olga Ольга
Pauline Paulina Полина
Pelageya Pelagia Пелагея
Praskovya Прасковья
Rachel Rahel Рахиль
Rebecca Rebekka Ревекка
Rosa Rose Роза
Ruth Руфь
Sarah Sara Сара Sally
Sophia Sophie Sofia Sofya София Софья Соня Sonya
Stephanie Стефания
Susan Susanna Susanne Suzanne Сусанна
Tatiana Tatyana Татьяна
Theresa Therese Thérèse Тереза
Ursula Ursule Урсула
Valentina Валентина
Vera Вера
Veronica Véronique Вероника
Victoria Виктория
Virginia Virginie Вирджиния
Zinaida Зинаида
Lyubov Lubov Любовь
Ludmila Людмила
"""


@cache
def _names() -> dict[str, tuple[str, str]]:
    """Of each first name in lower case the one that it is a form of, and whose it is."""
    found: dict[str, tuple[str, str]] = {}
    for sex, listed in (("m", _MEN), ("f", _WOMEN)):
        for line in listed.strip().splitlines():
            names = line.casefold().split()
            for name in names:
                found.setdefault(name, (names[0], sex))
    return found


def standard(name: str) -> str | None:
    """The name that stands for all forms of a first name: equal for two that are one name."""
    known = _names().get(name.casefold())
    return known[0] if known else None


def forms_of(name: str) -> tuple[str, ...]:
    """All the forms of a first name that are known, for its initials."""
    known = _names().get(name.casefold())
    return tuple(other for other, value in _names().items() if known and value == known) or (name.casefold(),)


def is_given(name: str) -> bool:
    """Whether a word is a first name that is known."""
    return name.casefold() in _names()


def sex_of(name: str) -> str | None:
    """Whether a first name or patronymic is a man’s or a woman’s: m, f, or None where that is not known."""
    known = _names().get(name.casefold())
    if known:
        return known[1]
    low = name.casefold()
    if low.endswith(("вич", "вича", "вичу", "ьич", "vich", "vitch", "witsch")):
        return "m"
    return "f" if low.endswith(("овна", "евна", "ична", "ovna", "evna")) else None
