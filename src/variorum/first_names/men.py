"""Men’s first names, one name in several languages a line; and such as say only that they are men’s."""

from __future__ import annotations

MEN = """
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
MORE_MEN = """
Abraham Absalom Alan Albin Aldous Algernon Amos Angus Archibald Archie Asa Barnaby Basil Benno Bertie Bertram
Bruce Bruno Caleb Caspar Cedric Claude Clarence Clive Cornelius Cuthbert Cyrus Dietrich Donald Douglas Duncan
Eberhard Edgar Edwin Egbert Egon Emanuel Enoch Erasmus Eric Erich Erwin Eustace Evelyn Ezekiel Ezra Fabian
Fergus Freddie Gaston Geoffrey Gerald Gerard Gerhard Gideon Giles Gordon Guido Gunther Guy Harvey Hector
Helmut Hilary Horace Horatio Howard Humphrey Ian Ichabod Ira Irving Israel Ivar Ivor Jasper Jethro Job Jordan
Joshua Jude Kenneth Kurt Lambert Lancelot Leander Leonard Leroy Leslie Levi Lionel Luther Malcolm Marmaduke
Mervyn Miles Mordecai Mortimer Neil Nigel Noah Noel Norman Norbert Obadiah Octave Olaf Orlando Oswald Percival
Percy Perceval Quentin Quincey Randolph Reuben Roderick Roland Ronald Rufus Rupert Russell Seth Silas
Siegfried Spencer Stanley Stewart Stuart Theobald Thorsten Tristram Ulrich Ulysses Urban Uriah Uriel Vernon
Wallace Warren Werner Wilfred Wilfrid Wilkins Winston Wolfgang Zebedee Ilya Nikita Foma Luka Savva Kuzma
Danila Gavrila Mikhaila Kolya Vanya Mitya Petya Sasha Misha Grisha Pasha Yasha Borya Luca Andrea Nicola Bela
Mustafa Akira
"""
